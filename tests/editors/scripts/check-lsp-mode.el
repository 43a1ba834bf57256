;;; check-lsp-mode.el --- as check.el, with lsp-mode in place of eglot  -*- lexical-binding: t; -*-
;;   GXLINT_RESULT=result.json GXLINT_TITLE=beginning emacs -Q --batch -l gxlint.el -l check-lsp-mode.el FILE
(set-language-environment "UTF-8")
(unless (require 'lsp-mode nil t)       ; -Q passes over site-start, where Debian adds its packages
  (dolist (pattern '("/usr/share/emacs/site-lisp/elpa/*" "/usr/share/emacs/site-lisp/elpa-src/*"))
    (dolist (folder (file-expand-wildcards pattern)) (push folder load-path)))
  (require 'lsp-mode))
(require 'json)
(add-hook 'gxreport-mode-hook #'lsp)    ; lsp-deferred waits until the buffer is shown, which in batch it is never
(setq make-backup-files nil create-lockfiles nil lsp-diagnostics-provider :none lsp-restart 'ignore
      lsp-enable-snippet nil lsp-enable-suggest-server-download nil
      lsp-session-file (expand-file-name "session" (getenv "HOME")))

(defvar told nil)
(defun tell (key value) (push (cons key value) told))

(defun findings ()
  (gethash (lsp--fix-path-casing (buffer-file-name)) (lsp-diagnostics t)))

(defun found (code)
  (seq-find (lambda (d) (equal code (lsp:diagnostic-code? d))) (findings)))

(defun text-of (diagnostic)
  (let ((region (lsp--range-to-region (lsp:diagnostic-range diagnostic))))
    (buffer-substring-no-properties (car region) (cdr region))))

(defun line-of (diagnostic)
  (1+ (lsp:position-line (lsp:range-start (lsp:diagnostic-range diagnostic)))))

(defun go-to (diagnostic)
  (goto-char (car (lsp--range-to-region (lsp:diagnostic-range diagnostic)))))

(defun await (condition complaint)
  (let ((end (+ (float-time) 60)))
    (while (and (< (float-time) end) (not (funcall condition)))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (error "%s" complaint))))

(defun mend (diagnostic)
  (go-to diagnostic)
  (let* ((title (getenv "GXLINT_TITLE"))
         (action (seq-find (lambda (x) (string-prefix-p title (lsp:code-action-title x)))
                           (lsp-code-actions-at-point))))
    (unless action (error "no such action: %s" title))
    (lsp-execute-code-action action)
    (lsp:code-action-title action)))

(condition-case problem
    (let ((file (expand-file-name (pop command-line-args-left))))
      (lsp-workspace-folders-add (file-name-directory file))
      (find-file file)
      (tell 'mode (symbol-name major-mode))
      (await (lambda () (and (found "CN305") (found "CN302"))) "no findings")
      (tell 'findings
            (vconcat (mapcar (lambda (d)
                               `((line . ,(line-of d)) (text . ,(text-of d)) (severity . ,(lsp:diagnostic-severity? d))
                                 (message . ,(lsp:diagnostic-message d))))
                             (findings))))
      (go-to (found "CN305"))
      (tell 'hover (lsp:markup-content-value
                    (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
      (tell 'action (mend (found "CN302")))
      (save-buffer)
      (await (lambda () (not (found "CN302"))) "the finding did not vanish"))
  (error (tell 'problem (error-message-string problem))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "GXLINT_RESULT") (insert (json-encode told))))
(kill-emacs 0)
