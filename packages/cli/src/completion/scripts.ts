/**
 * Scripts for shells. Each asks `model-api __complete <shell> -- <words>` for every press of the key, so that they never are out of
 * date; the answer is a line for each word, with its description after a tab, and `:files` where a path may stand.
 */
export const scripts: Readonly<Record<string, string>> = {
  bash: `# Completion of model-api for bash.
_model_api() {
  local IFS=$'\\n' line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default 2>/dev/null
    else
      COMPREPLY+=("$line")
    fi
  done < <(COMP_WORDBREAKS="$COMP_WORDBREAKS" model-api __complete bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} != */ ]]; then COMPREPLY[0]+=" "; fi
}
complete -o nospace -F _model_api model-api
`,
  zsh: `#compdef model-api
# Completion of model-api for zsh.
_model_api() {
  local -a described
  local line word takes_files=0
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      takes_files=1
    else
      word=\${line%%$'\\t'*}
      described+=("\${word//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <(model-api __complete zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#described} )) && _describe model-api described
  (( takes_files )) && _files
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _model_api "$@"; else compdef _model_api model-api; fi
`,
  fish: `# Completion of model-api for fish.
function __model_api_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (model-api __complete fish -- $words[2..-1] 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c model-api -f -a '(__model_api_complete)'
`,
};
