-- Drives `tandem lsp` with Neovim's own client, as somebody who edits an agreement would: findings while typing, hover,
-- completion, definition, rename, quick fixes, formatting. Run by ctest: nvim --headless --clean -c "luafile THIS".

local failures = 0

local function check(truth, what)
  if truth then
    io.stdout:write('ok      ' .. what .. '\n')
  else
    failures = failures + 1
    io.stdout:write('FAILED  ' .. what .. '\n')
  end
end

local function wait_for(condition, what)
  check(vim.wait(20000, condition, 10), what)
end

local function read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('*a')
  file:close()
  return text
end

-- The first place of `words` in the buffer: its line and byte, from 0.
local function find(buffer, words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local from = line:find(words, 1, true)
    if from then
      return number - 1, from - 1
    end
  end
  error('`' .. words .. '` does not stand in the text')
end

local function run()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  local path = folder .. '/agreement.yaml'
  local file = assert(io.open(path, 'wb'))
  file:write(read('examples/harbor-cu/agreement.yaml'))
  file:close()

  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  local published = 0
  local client_id = vim.lsp.start_client({
    name = 'tandem',
    cmd = { vim.env.TANDEM, 'lsp' },
    root_dir = folder,
    handlers = {
      ['textDocument/publishDiagnostics'] = function(...)
        published = published + 1
        return vim.lsp.diagnostic.on_publish_diagnostics(...)
      end,
    },
  })
  check(client_id ~= nil, 'the server starts')
  vim.lsp.buf_attach_client(buffer, client_id)

  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    local answer = answers and answers[client_id]
    check(answer ~= nil and answer.err == nil, method .. ' is answered')
    return answer and answer.result
  end
  local function at(words, into)
    local line, byte = find(buffer, words)
    vim.api.nvim_win_set_cursor(0, { line + 1, byte + (into or 0) })
    return vim.lsp.util.make_position_params(0, 'utf-16')
  end
  local function errors()
    return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
  end
  local function replace(words, instead)
    local line, byte = find(buffer, words)
    vim.api.nvim_buf_set_text(buffer, line, byte, line, byte + #words, { instead })
  end

  wait_for(function() return published > 0 end, 'findings are published when a file is opened')
  check(#errors() == 0, 'the example has no errors')

  -- Typing: characters of two UTF-16 units, and a slip behind them on the same line.
  replace('Dana Whitfield', 'Dana 😀 Whitfield')
  replace('title: IT manager', 'titel: IT manager')
  wait_for(function() return #errors() == 1 end, 'a slip becomes one error while it is typed')
  local slip = errors()[1]
  if slip then
    local line, byte = find(buffer, 'titel')
    check(slip.lnum == line and slip.col == byte, 'the error stands at the slip, behind a character of two units')
    check(slip.code == 'unknown-key', 'the error has the name of its finding')
  end

  -- The quick fix, applied by Neovim.
  local params = vim.tbl_extend('force', at('titel', 2), {
    range = vim.lsp.util.make_range_params(0, 'utf-16').range,
    context = { diagnostics = {} },
  })
  local actions = request('textDocument/codeAction', params) or {}
  check(#actions > 0 and actions[1].title == 'did you mean `title`?', 'a quick fix is offered')
  if actions[1] then
    vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  end
  check(pcall(find, buffer, 'title: IT manager'), 'the quick fix puts the key right')
  wait_for(function() return #errors() == 0 end, 'the error goes away')

  -- Hover, when the compiled agreement is there.
  local function owner_is_told()
    local hover = request('textDocument/hover', at('malware:', 2))
    return hover and hover.contents.value:find('owns it', 1, true) ~= nil
  end
  wait_for(owner_is_told, 'hover over a category tells who owns it')

  local completion = request('textDocument/completion', at('lead: dana', 6)) or { items = {} }
  local labels = {}
  for _, item in ipairs(completion.items) do
    labels[item.label] = true
  end
  check(labels.dana and labels.priya and not labels.desk, 'completion offers people where a person is taken')

  local definition = request('textDocument/definition', at('cover: [desk]', 9))
  local line = find(buffer, '  desk:')
  check(definition and definition.range.start.line == line, 'definition leads to the team')

  local rename = request('textDocument/rename', vim.tbl_extend('force', at('lead: dana', 7), { newName = 'daria' }))
  if rename then
    vim.lsp.util.apply_workspace_edit(rename, 'utf-16')
  end
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  check(text:find('lead: daria', 1, true) and not text:find('[%s%[]dana[,%]:}]'), 'rename changes every use')
  wait_for(function() return #errors() == 0 end, 'the renamed agreement has no errors')

  replace('bounces: 2', 'bounces:    2')
  local edits = request('textDocument/formatting', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    options = { tabSize = 2, insertSpaces = true },
  })
  if edits then
    vim.lsp.util.apply_text_edits(edits, buffer, 'utf-16')
  end
  check(pcall(find, buffer, 'bounces: 2'), 'formatting puts the space right')
  local again = request('textDocument/formatting', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    options = { tabSize = 2, insertSpaces = true },
  })
  check(again and #again == 0, 'formatting again changes nothing')

  local symbols = request('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params(buffer) })
  check(symbols and #symbols > 10, 'the outline has the sections')

  vim.lsp.stop_client(client_id)
  wait_for(function() return vim.lsp.client_is_stopped(client_id) end, 'the server stops when it is told to')
  vim.fn.delete(folder, 'rf')
end

local ran, problem = pcall(run)
if not ran then
  failures = failures + 1
  io.stdout:write('FAILED  ' .. tostring(problem) .. '\n')
end
vim.cmd(failures == 0 and 'qall!' or 'cquit!')
