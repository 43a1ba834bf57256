-- Starts the server for annual reports. `vim.g.gxlint_disable = 1` leaves that to you; `vim.g.gxlint_cmd` names another
-- command, `vim.g.gxlint_settings` what the editor tells the server, as in { province = "GS" }.
if vim.g.loaded_gxlint or vim.g.gxlint_disable then
  return
end
vim.g.loaded_gxlint = 1

local command = vim.g.gxlint_cmd or { "gxlint", "server" }
local settings = { gxlint = vim.g.gxlint_settings or vim.empty_dict() }

if vim.lsp.config then
  vim.lsp.config("gxlint", { cmd = command, settings = settings })
  vim.lsp.enable("gxlint")
  return
end

-- Before 0.11 there is one server for each folder, which every report in it shares.
local clients = {}

local function attach(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  local id = clients[folder]
  if not id or vim.lsp.client_is_stopped(id) then
    -- The server does not ask all of these for the settings, so they are told at the beginning, too.
    id = vim.lsp.start_client({
      name = "gxlint",
      cmd = command,
      root_dir = folder,
      settings = settings,
      init_options = settings.gxlint,
    })
    clients[folder] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  group = vim.api.nvim_create_augroup("gxlint", {}),
  pattern = "gxreport",
  callback = function(event)
    attach(event.buf)
  end,
})
