-- Annual reports by their names, on Neovim 0.7 and later.
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  group = vim.api.nvim_create_augroup("gxlint_ftdetect", {}),
  pattern = { "*.gxr.md", "*.gxr.txt" },
  callback = function(event)
    vim.bo[event.buf].filetype = "gxreport"
  end,
})
