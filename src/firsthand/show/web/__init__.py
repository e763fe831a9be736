"""The workbench: a case in the browser, on this machine alone.

`gate` says who may speak to it, `desk` holds the case, `page_*` are the seven pages, `api` the same for
programs. Pages are made here and work without JavaScript; `static/workbench.js` adds keys and the dropping
of files.
"""
