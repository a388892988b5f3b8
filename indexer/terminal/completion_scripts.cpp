#include <array>

#include "terminal/completion.hpp"

namespace newsdex {
namespace {

// bash cuts words at colons, equals signs and quotes; they are put together again here, and of what
// the program answers only the part behind the last cut is given to bash.
constexpr const char* kBash = R"bash(# bash completion for newsdex-search and newsdex-index

_newsdex_words() {
  local rest=$COMP_LINE piece i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if [[ ${#words[@]} -eq 0 || $rest == [[:space:]]* ]]; then
      rest=${rest#"${rest%%[![:space:]]*}"}
      words+=("$piece")
    else
      words[-1]+=$piece
    fi
    rest=${rest#"$piece"}
  done
}

_newsdex() {
  local words line word typed quote= before
  _newsdex_words
  typed=${words[-1]}
  before=${typed%"${typed##*[:=]}"}
  case $typed in
    [\"\']*) quote=${typed:0:1} typed=${typed:1} ;;
  esac
  typed=${typed//\\ / }
  words[-1]=$typed
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$typed") ;;
      :folders) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$typed") ;;
      *)
        word=${line%%$'\t'*}
        case $word in
          *: | *=) compopt -o nospace ;;
        esac
        if [[ $quote == \' && $word != *\'* ]]; then
          word=\'$word\'
        else
          printf -v word %q "$word"
          [[ $quote ]] || word=${word#"$before"}
        fi
        COMPREPLY+=("$word")
        ;;
    esac
  done < <("$1" --complete "${words[@]:1}" 2>/dev/null)
  # Where names only hold what was typed, it must not give way to what they begin with alike.
  typed=${typed#"$before"}
  for word in "${COMPREPLY[@]}"; do
    if ((${#COMPREPLY[@]} > 1)) && [[ ${word,,} != "${typed,,}"* ]]; then
      COMPREPLY+=(' ')
      break
    fi
  done
}

complete -F _newsdex newsdex-search newsdex-index
)bash";

constexpr const char* kZsh = R"zsh(#compdef newsdex-search newsdex-index
# zsh completion for newsdex-search and newsdex-index

_newsdex() {
  local -a lines words_only shown open open_shown
  local line word
  lines=("${(@f)$($words[1] --complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    case $line in
      :files) _files ;;
      :folders) _files -/ ;;
      *)
        word=${line%%$'\t'*}
        if [[ $word == *[:=] ]]; then
          open+=("$word")
          open_shown+=("$word  ${line#*$'\t'}")
        else
          words_only+=("$word")
          shown+=("$word  ${line#*$'\t'}")
        fi
        ;;
    esac
  done
  # Names that only hold what was typed take its place one after the other.
  for word in $words_only; do
    [[ ${(L)word} == ${(L)PREFIX}* ]] || compstate[insert]=menu
  done
  (( ${#words_only} )) && compadd -U -l -d shown -a words_only
  (( ${#open} )) && compadd -U -l -S '' -d open_shown -a open
  return 0
}

if [[ $funcstack[1] == _newsdex ]]; then
  _newsdex "$@"
else
  compdef _newsdex newsdex-search newsdex-index
fi
)zsh";

constexpr const char* kFish = R"fish(# fish completion for newsdex-search and newsdex-index

function __newsdex_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] --complete $words[2..-1] 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct) ''
            case '*'
                echo $line
        end
    end
end

complete -c newsdex-search -f -a '(__newsdex_complete)'
complete -c newsdex-index -f -a '(__newsdex_complete)'
)fish";

struct ShellScript {
  std::string_view shell;
  const char* script;
};

constexpr std::array<ShellScript, 3> kScripts = {{{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}}};

}  // namespace

const char* completion_script(std::string_view shell) {
  for (const ShellScript& known : kScripts) {
    if (known.shell == shell) return known.script;
  }
  return nullptr;
}

}  // namespace newsdex
