" In Vim with ALE and editors/vim on its path: wait for the findings and tell them.
"   GXLINT_RESULT=result.json vim … -S check.vim FILE
set encoding=utf-8 nomore hidden
filetype on
packadd! ale
runtime! plugin/ale.vim
edit
let s:list = []
for s:turn in range(1200)
  let s:list = ale#engine#GetLoclist(bufnr(''))
  " The settings make a warning of CN302; they may come after the first findings.
  if len(s:list) >= 2 && index(map(copy(s:list), 'v:val.type'), 'W') >= 0 | break | endif
  sleep 50m
endfor
let s:told = {'filetype': &filetype, 'findings': map(copy(s:list), {_, d -> {'code': get(d, 'code', ''), 'line': d.lnum, 'type': d.type, 'message': d.text}})}
call writefile([json_encode(s:told)], $GXLINT_RESULT)
qall!
