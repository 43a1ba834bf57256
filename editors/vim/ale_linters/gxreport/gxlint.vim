" Annual reports, checked by gxlint's language server.
call ale#Set('gxreport_gxlint_executable', 'gxlint')
call ale#Set('gxreport_gxlint_settings', {})

call ale#linter#Define('gxreport', {
\   'name': 'gxlint',
\   'lsp': 'stdio',
\   'language': 'gxreport',
\   'executable': {buffer -> ale#Var(buffer, 'gxreport_gxlint_executable')},
\   'command': '%e server',
\   'project_root': {buffer -> expand('#' . buffer . ':p:h')},
\   'lsp_config': {buffer -> {'gxlint': ale#Var(buffer, 'gxreport_gxlint_settings')}},
\})
