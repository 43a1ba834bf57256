;;; gxlint.el --- Annual reports on open government information  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3"))
;; Keywords: languages, tools

;;; Commentary:

;; A mode for annual reports (*.gxr.md, *.gxr.txt) and the language server that checks them, for eglot (built into
;; Emacs 29; a package before) and for lsp-mode.  Say (require 'gxlint) and, to have it start by itself,
;; (add-hook 'gxreport-mode-hook #'eglot-ensure) or (add-hook 'gxreport-mode-hook #'lsp-deferred).

;;; Code:

(defgroup gxlint nil
  "Annual reports on open government information."
  :group 'tools
  :prefix "gxlint-")

(defcustom gxlint-command '("gxlint" "server")
  "The command that starts the language server."
  :type '(repeat string))

(defcustom gxlint-settings nil
  "What the editor tells the server, as a property list such as (:province \"GS\" :lang \"zh\")."
  :type 'plist)

(defvar gxreport-font-lock-keywords
  `((,"<!--.*?-->" . font-lock-comment-face)
    (,"^\\s-*\\(?:#+ +\\)?[一二三四五六七八九十]+、[^。|\n]+$" . font-lock-function-name-face)
    (,"^\\s-*\\(?:#+ +\\)?[(（][一二三四五六七八九十]+[)）][^。|\n]+$" . font-lock-type-face)
    (,"《[^《》\n]+》" . font-lock-string-face)
    (,"总计\\|合计" . font-lock-keyword-face)
    (,"[0-9０-９]+\\(?:[.,][0-9]+\\)*" . font-lock-constant-face)
    (,"[XＸ×]\\{2,\\}\\|_\\{2,\\}" . font-lock-warning-face))
  "What is coloured in `gxreport-mode'.")

;;;###autoload
(define-derived-mode gxreport-mode text-mode "年度报告"
  "Major mode for annual reports on open government information."
  (setq-local comment-start "<!-- ")
  (setq-local comment-end " -->")
  (setq-local font-lock-defaults '(gxreport-font-lock-keywords t)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.gxr\\.\\(?:md\\|txt\\)\\'" . gxreport-mode))
;; It takes all of *.md, and may be loaded later.
(with-eval-after-load 'markdown-mode
  (let ((entry (rassq 'gxreport-mode auto-mode-alist)))
    (setq auto-mode-alist (cons entry (delq entry auto-mode-alist)))))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  ;; Not by `eglot-workspace-configuration', which eglot does not look for in the report's buffer.
  (add-to-list 'eglot-server-programs
               (cons 'gxreport-mode
                     (lambda (&rest _)
                       (append gxlint-command
                               (and gxlint-settings (list :initializationOptions gxlint-settings)))))))

(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-activate-on "lsp-mode")
(declare-function lsp-configuration-section "lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(gxreport-mode . "gxreport"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () gxlint-command))
    :activation-fn (lsp-activate-on "gxreport")
    :initialization-options (lambda () gxlint-settings)
    :server-id 'gxlint)))

(provide 'gxlint)
;;; gxlint.el ends here
