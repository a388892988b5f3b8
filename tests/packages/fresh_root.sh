#!/bin/sh
# Installs a package as a user does, with apt, in a Debian 12 that holds nothing else, and runs the README's
# session there: PACKAGE [ROOT]. Needs root and debootstrap. ROOT, a folder that debootstrap has made before,
# spares the download; it is not cleaned up.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
package=$(realpath "$1")
root=${2:-}
work=$(mktemp -d /tmp/newsdex-root-XXXXXX)

# /tmp is the same inside and outside, so that a command in the root finds the folder it is run in.
leave() {
  for mount in proc tmp; do
    if mountpoint -q "$root/$mount"; then umount "$root/$mount"; fi
  done
  rm -rf --one-file-system "$work"
}
trap leave EXIT

if [ -z "$root" ]; then
  root=$work/root
  debootstrap --variant=minbase bookworm "$root" >"$work/log" || { cat "$work/log"; exit 1; }
fi
mkdir -p "$root/proc" "$root/tmp"
mount -t proc proc "$root/proc"
mount --bind /tmp "$root/tmp"

cp "$package" "$work/newsdex.deb"
chroot "$root" apt-get install -y --no-install-recommends "$work/newsdex.deb" </dev/null >"$work/log" 2>&1 || {
  cat "$work/log"
  exit 1
}
mkdir "$work/bin"
for program in newsdex-index newsdex-search; do
  cat >"$work/bin/$program" <<EOF
#!/bin/sh
exec /usr/sbin/chroot "$root" /usr/bin/env -C "\$PWD" /usr/bin/$program "\$@"
EOF
  chmod +x "$work/bin/$program"
done
"$source/tests/transcripts/run.py" --bin "$work/bin" --source "$source" "$source/README.md"

for file in bin/newsdex-index bin/newsdex-search share/man/man1/newsdex-search.1.gz share/newsdex/names.yaml \
  share/bash-completion/completions/newsdex-search; do
  [ -s "$root/usr/$file" ] || { echo "the package has no /usr/$file" >&2; exit 1; }
done
chroot "$root" apt-get purge -y newsdex </dev/null >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
left=$(find "$root/usr" -name '*newsdex*')
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "installed, used and removed"
