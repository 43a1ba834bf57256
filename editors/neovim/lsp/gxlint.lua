-- What vim.lsp.config("gxlint", …) of Neovim 0.11 begins with; change it there, not here.
return {
  cmd = { "gxlint", "server" },
  filetypes = { "gxreport", "text", "markdown" },
  root_markers = { "gxlint.toml", "pyproject.toml", ".git" },
  settings = { gxlint = {} },
}
