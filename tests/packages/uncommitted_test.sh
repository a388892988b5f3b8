#!/bin/sh
# What tools/package refuses to pack, in a clone of a few files: SOURCE_FOLDER.
set -eu
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clone="$work/a clone"
mkdir -p "$clone/corpus/articles" "$clone/tools/packaging"
cp "$source/tools/packaging/install.cmake" "$clone/tools/packaging/"
echo news >"$clone/corpus/articles/a.md"
echo '*~' >"$clone/.gitignore"

failures=0
expect() {  # WHAT LISTED: what is listed, in one line; nothing where packages may be made
  status=0
  listed=$("$source/tools/packaging/uncommitted" "$clone") || status=$?
  listed=$(echo "$listed" | tr '\n' ' ')
  if [ "$listed" != "$2 " ] || [ "$status" != "$([ -z "$2" ] && echo 0 || echo 1)" ]; then
    echo "FAILED: $1: status $status, listed: $listed"
    failures=$((failures + 1))
  fi
}

in_clone() {
  git -C "$clone" -c user.name=Test -c user.email=test@example.org "$@" >/dev/null
}

expect "an archive" ""
in_clone init --quiet --initial-branch main
in_clone add -A
in_clone commit -m "tests: a commit"
expect "a clone" ""
echo notes >"$clone/notes.txt"
expect "a file that is not installed" ""
echo old >"$clone/corpus/articles/a.md~"
expect "an ignored file among the articles" "?? corpus/articles/a.md~"
rm "$clone/corpus/articles/a.md~"
echo more >"$clone/corpus/articles/b.md"
echo changed >"$clone/corpus/articles/a.md"
expect "a changed file and a new one" " M corpus/articles/a.md ?? corpus/articles/b.md"
[ "$failures" = 0 ]
