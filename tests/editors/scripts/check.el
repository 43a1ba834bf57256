;;; check.el --- wait for the findings, tell them, mend one, save  -*- lexical-binding: t; -*-
;;   GXLINT_RESULT=result.json GXLINT_TITLE=beginning emacs -Q --batch -l gxlint.el -l check.el FILE
;; eglot is started by the hook that the README names, and by nothing else.
(set-language-environment "UTF-8")
(unless (require 'eglot nil t)          ; -Q passes over site-start, where Debian adds its packages
  (dolist (pattern '("/usr/share/emacs/site-lisp/elpa/*" "/usr/share/emacs/site-lisp/elpa-src/*"))
    (dolist (folder (file-expand-wildcards pattern)) (push folder load-path)))
  (require 'eglot))
(require 'flymake)
(require 'json)
(add-hook 'gxreport-mode-hook #'eglot-ensure)
(setq make-backup-files nil create-lockfiles nil eglot-autoshutdown nil eglot-sync-connect 60
      eglot-confirm-server-initiated-edits nil eglot-extend-to-xref nil)

(defvar told nil)
(defun tell (key value) (push (cons key value) told))

(defun found (code)
  (seq-find (lambda (d) (string-match-p (regexp-quote code) (flymake-diagnostic-text d))) (flymake-diagnostics)))

(defun await (condition complaint)
  "Wait until CONDITION has held for a second: an edit drops its own marks before the server has answered."
  (let ((end (+ (float-time) 60)) since)
    (while (and (< (float-time) end) (not (and since (> (- (float-time) since) 1.0))))
      (accept-process-output nil 0.05)
      (setq since (and (funcall condition) (or since (float-time)))))
    (unless since (error "%s" complaint))))

(defun mend (diagnostic)
  (let* ((beg (flymake-diagnostic-beg diagnostic)) (end (flymake-diagnostic-end diagnostic))
         (actions (append (progn (goto-char beg) (eglot-code-actions beg end nil)) nil))
         (title (getenv "GXLINT_TITLE"))
         (action (seq-find (lambda (x) (string-prefix-p title (plist-get x :title))) actions)))
    (unless action (error "no such action: %s" title))
    (eglot--apply-workspace-edit (plist-get action :edit))
    (plist-get action :title)))

(condition-case problem
    (progn
      (find-file (expand-file-name (pop command-line-args-left)))
      (tell 'mode (symbol-name major-mode))
      (run-hooks 'post-command-hook)    ; eglot-ensure waits for the first command, and in batch there is none
      (await (lambda () (eglot-managed-p)) "eglot has not started")
      (await (lambda () (and (found "总计 30") (found "2.重复申请"))) "no findings")
      (tell 'findings
            (vconcat (mapcar (lambda (d)
                               `((severity . ,(symbol-name (flymake-diagnostic-type d)))
                                 (line . ,(line-number-at-pos (flymake-diagnostic-beg d)))
                                 (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg d)
                                                                          (flymake-diagnostic-end d)))
                                 (message . ,(flymake-diagnostic-text d))))
                             (flymake-diagnostics))))
      (goto-char (flymake-diagnostic-beg (found "总计 30")))
      (tell 'hover (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                                          (eglot--TextDocumentPositionParams))
                                         :contents)
                              :value))
      (tell 'action (mend (found "2.重复申请")))
      (save-buffer)                     ; sends what has changed, for which there is no idle moment in batch
      (await (lambda () (not (found "应为“2.重复申请”"))) "the finding did not vanish"))
  (error (tell 'problem (error-message-string problem))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "GXLINT_RESULT") (insert (json-encode told))))
(kill-emacs 0)
