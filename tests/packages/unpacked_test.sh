#!/bin/sh
# Makes the packages of a build, unpacks them and uses what they hold: SOURCE_FOLDER BUILD_FOLDER.
set -eu
source=$1
build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The same bytes for somebody else, elsewhere and later.
pack() {
  "$source/tools/packaging/pack" "$build" "$work/$1" >"$work/log" || { cat "$work/log"; exit 1; }
}
pack packages
(umask 077 && TZ=Pacific/Kiritimati pack elsewhere/packages)

for package in "$work"/packages/*.deb; do
  cmp "$package" "$work/elsewhere/packages/$(basename "$package")"
  dpkg-deb --field "$package" Package Version Depends
  dpkg-deb --extract "$package" "$work/root"
  name=$(dpkg-deb --field "$package" Package)
  [ -s "$work/root/usr/share/doc/$name/copyright" ] || { echo "$name has no copyright" >&2; exit 1; }
  changes=$(zcat "$work/root/usr/share/doc/$name/changelog.gz" | dpkg-parsechangelog --file - --show-field Version)
  [ "$changes" = "$(dpkg-deb --field "$package" Version)" ] || { echo "$name: newest change is of $changes" >&2; exit 1; }
done

# `cmake --install` puts the same files under a folder of one's own.
cmake --install "$build" --prefix "$work/home" >"$work/log" || { cat "$work/log"; exit 1; }
(cd "$work/root/usr" && find . ! -type d | sort) >"$work/packaged"
(cd "$work/home" && find . ! -type d | sort) | diff "$work/packaged" -
"$work/home/bin/newsdex-index" build "$source/corpus/articles" --db "$work/installed" 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/home/bin/newsdex-search" --db "$work/installed" telegram --actor Durov --output count
prefix=$work/root/usr
"$source/tests/transcripts/run.py" --bin "$prefix/bin" --source "$source" "$source/README.md"

# What the documents for users link to is there, but for the sources.
for document in README.md DATES.md LIMITS.md FIGURES.md CHANGELOG.md tools/tutorial.md indexer/entities/name-lists.md; do
  folder=$(dirname "$prefix/share/doc/newsdex/$document")
  grep -o ']([^)#:]*)' "$folder/$(basename "$document")" | tr -d '])(' | sort -u | while read -r link; do
    case $link in include/* | tests/*) continue ;; esac
    [ -e "$folder/$link" ] || { echo "$document: no $link is installed" >&2; exit 1; }
  done
done

# The tutorial begins with a copy of its articles.
mkdir "$work/user"
cd "$work/user"
copy=$(grep -o 'cp -[a-zA-Z]* /usr/share/doc/newsdex/corpus [.]' "$prefix/share/doc/newsdex/tools/tutorial.md")
sh -c "$(echo "$copy" | sed "s#/usr/#$prefix/#")"
"$prefix/bin/newsdex-index" build corpus --db index 2>"$work/log" || { cat "$work/log"; exit 1; }
cd "$work"

# Only what is installed may be found: neither the sources nor the build folder.
cp -r "$source/tests/packages/example" "$work/example"
cmake -S "$work/example" -B "$work/example/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/example/build"
found=$("$work/example/build/most_named" "$source/corpus/articles" "$work/index" 'platform:telegram ban')
echo "$found"
echo "$found" | grep -q '^ *[0-9]* Hassan Rouhani$'
