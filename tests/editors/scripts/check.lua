-- In Neovim 0.7 or later, with editors/neovim on its path: wait for the findings, tell them, mend one, save.
--   GXLINT_RESULT=result.json GXLINT_TITLE=beginning nvim … FILE -c "luafile check.lua"
-- The plugin is to do all that a user does not do by hand, so nothing is started or attached here.
local patience = 60000
local buffer = vim.api.nvim_get_current_buf()
local told = { filetype = vim.bo[buffer].filetype, version = tostring(vim.version().minor) }

local function client()
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = buffer })[1]
  end
  return vim.lsp.get_active_clients()[1]
end

local function find(code)
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    if item.code == code then
      return item
    end
  end
end

local function await(condition, complaint)
  assert(vim.wait(patience, condition, 20), complaint)
end

local function request(method, params)
  local answer = assert(client().request_sync(method, params, patience, buffer), method .. ": no answer")
  assert(not answer.err, method .. ": " .. vim.inspect(answer.err))
  return answer.result
end

local function findings()
  local list = {}
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    local lines = vim.api.nvim_buf_get_text(buffer, item.lnum, item.col, item.end_lnum, item.end_col, {})
    table.insert(list, {
      code = item.code,
      severity = item.severity,
      line = item.lnum + 1,
      text = lines[1],
      message = item.message,
    })
  end
  return list
end

local function mend(item)
  vim.api.nvim_win_set_cursor(0, { item.lnum + 1, item.col })
  local encoding = client().offset_encoding
  local params = vim.lsp.util.make_range_params(0, encoding)
  -- 0.7 keeps only what it has no place for itself in user_data.
  local all = vim.lsp.get_clients and { item.user_data.lsp } or vim.lsp.diagnostic.get_line_diagnostics()
  params.context = { diagnostics = all }
  for _, action in ipairs(request("textDocument/codeAction", params)) do
    if vim.startswith(action.title, vim.env.GXLINT_TITLE) then
      local full = action.edit and action or request("codeAction/resolve", action)
      vim.lsp.util.apply_workspace_edit(full.edit, encoding)
      return full.title
    end
  end
  error("no such action: " .. vim.env.GXLINT_TITLE)
end

local function run()
  -- The settings make a warning of CN302; they may come after the first findings.
  local warning = vim.diagnostic.severity.WARN
  await(function() return find("CN305") and (find("CN302") or {}).severity == warning end, "no findings")
  told.encoding = client().offset_encoding
  told.findings = findings()
  local place = find("CN305")
  vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
  local hover = request("textDocument/hover", vim.lsp.util.make_position_params(0, told.encoding))
  told.hover = hover.contents.value
  told.action = mend(find("CN302"))
  await(function() return not find("CN302") end, "the finding did not vanish")
  vim.cmd("silent write")
end

local ok, problem = pcall(run)
told.problem = not ok and tostring(problem) or nil
local file = assert(io.open(vim.env.GXLINT_RESULT, "w"))
file:write(vim.fn.json_encode(told))
file:close()
vim.cmd("qall!")
