autocmd BufRead,BufNewFile *.gxr.md,*.gxr.txt set filetype=gxreport
