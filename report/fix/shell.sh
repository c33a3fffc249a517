#
# Without an argument it shows what it would do. With --apply it does it: a copy of
# each file is kept below /var/backups, and the first error ends it. It may be run
# again; what is done already is left alone. SCANTLING_ROOT=DIR has it work on a
# mounted root: there it changes files, modes and units, and runs nothing.
set -eu
LC_ALL=C
export LC_ALL
umask 022

apply=
case "$#:${1-}" in
0:) ;;
1:--apply) apply=yes ;;
*)
  echo "usage: $0 [--apply]" >&2
  exit 1
  ;;
esac

run_id=@RUN@
target=@TARGET@
root=${SCANTLING_ROOT:-}
root=${root%/}
backup=$root/var/backups/scantling-$run_id
steps=0
skipped=0
hands=0

say() { printf '%s\n' "$*"; }
die() {
  printf 'stopped: %s\n' "$*" >&2
  exit 1
}

# stop ends the script; a dry run only says so.
stop() {
  [ -z "$apply" ] || die "$*"
  say "     WOULD STOP: $*"
}

if [ -z "$root" ]; then
  here=$(uname -n)
  [ -z "$target" ] || [ "${here%%.*}" = "${target%%.*}" ] || die "this plan is for $target, and this machine is $here"
  [ -z "$apply" ] || [ "$(id -u)" -eq 0 ] || die "run it as root"
else
  [ -d "$root" ] || die "$root is no directory"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

group() { printf '\n== %s ==\n' "$1"; }
step() {
  steps=$((steps + 1))
  printf '\n%3d. %s\n' "$steps" "$1"
}
note() { printf '     %s\n' "$1"; }
show() { sed 's/^/     /'; }
left() {
  skipped=$((skipped + 1))
  note "LEFT OUT: $1"
}
sum() {
  s=$(sha256sum <"$1")
  printf '%s' "${s%% *}"
}

# inside FILE holds unless a link in a mounted root leads FILE's folder out of it:
# the shell would end up among the files of this machine.
inside() {
  [ -n "$root" ] || return 0
  case $(readlink -m -- "$(dirname "$root$1")")/ in
  "$(readlink -f -- "$root")"/*) return 0 ;;
  esac
  stop "a link on the way to $1 leads out of $root"
  return 1
}

# save keeps a copy of FILE, the first time that it is changed.
save() {
  inside "${backup#"$root"}$1"
  [ ! -e "$backup$1" ] || return 0
  (umask 077 && mkdir -p "$backup$(dirname "$1")")
  cp -p "$root$1" "$backup$1"
}

# put FILE MODE BEFORE AFTER gives FILE the content on stdin. BEFORE and AFTER are
# SHA-256 sums; BEFORE is "new" where there was no file. MODE is for a new one.
put() {
  file=$root$1
  cat >"$work/new"
  [ "$(sum "$work/new")" = "$4" ] || die "this script was altered: the text for $1 is not the one that was planned"
  inside "$1" || return 0
  if [ -L "$file" ]; then
    stop "$1 is a link since the plan was made"
    return 0
  fi
  now=new
  if [ -e "$file" ]; then
    [ -f "$file" ] || die "$1 is no regular file"
    now=$(sum "$file")
  fi
  if [ "$now" = "$4" ]; then
    note "done already"
    return 0
  fi
  if [ "$now" != "$3" ]; then
    stop "$1 has changed since the plan was made: audit again"
    return 0
  fi
  [ -n "$apply" ] || return 0
  mkdir -p "$(dirname "$file")"
  rm -f -- "$file.scantling" # it could be a link
  if [ "$now" = new ]; then
    (umask 077 && cat "$work/new" >"$file.scantling")
    chmod "$2" "$file.scantling"
  else
    save "$1"
    cp -p "$file" "$file.scantling"
    cat "$work/new" >"$file.scantling"
  fi
  mv -f "$file.scantling" "$file"
  if [ -z "$root" ] && command -v restorecon >/dev/null 2>&1; then
    restorecon "$file" || note "restorecon did not label $1"
  fi
}

# number FILE NAME is a name's number in a file such as /etc/group of the root.
number() {
  awk -F: -v name="$2" '$1 == name { print $3; exit }' "$root$1"
}

# owner USER[:GROUP] is the same for chown. The names of a mounted root are its own.
owner() {
  if [ -z "$root" ] || [ -z "$1" ]; then
    printf '%s' "$1"
    return 0
  fi
  user=${1%%:*}
  [ -z "$user" ] || printf "%s" "$(number /etc/passwd "$user")"
  case $1 in *:*) printf ':%s' "$(number /etc/group "${1#*:}")" ;; esac
}

# access FILE OWNER MODE: chown and chmod; an empty word leaves things as they are.
access() {
  file=$root$1
  inside "$1" || return 0
  if [ -L "$file" ] || [ ! -e "$file" ]; then
    left "$1 is not there, or is a link"
    return 0
  fi
  note "now: $(stat -c '%A %U:%G' "$file")"
  [ -n "$apply" ] || return 0
  inside "${backup#"$root"}/access"
  (umask 077 && mkdir -p "$backup" && stat -c '%a %u:%g %n' "$file" >>"$backup/access")
  [ -z "$2" ] || chown -h "$(owner "$2")" "$file"
  [ -z "$3" ] || chmod "$3" "$file"
}

unit() {
  [ -n "$apply" ] || return 0
  if [ -n "$root" ]; then
    unit_offline "$1" "$2"
    return 0
  fi
  # where systemd does not run, as in a chroot, nothing is started or stopped
  now=
  [ ! -d /run/systemd/system ] || now=--now
  case $1 in
  enabled)
    systemctl unmask -- "$2"
    systemctl enable ${now:+"$now"} -- "$2"
    ;;
  disabled) systemctl disable ${now:+"$now"} -- "$2" ;;
  masked) systemctl mask ${now:+"$now"} -- "$2" ;;
  esac
}

unit_offline() {
  case $1 in
  masked)
    inside "/etc/systemd/system/$2" || return 0
    link=$root/etc/systemd/system/$2
    if [ -e "$link" ] && [ ! -L "$link" ]; then
      die "/etc/systemd/system/$2 is a file of its own, which a mask would replace"
    fi
    mkdir -p "$root/etc/systemd/system"
    ln -sfn /dev/null "$link"
    ;;
  enabled)
    systemctl --root="$root" unmask -- "$2"
    systemctl --root="$root" enable -- "$2"
    ;;
  disabled) systemctl --root="$root" disable -- "$2" ;;
  esac
}

package() {
  if [ -n "$root" ]; then
    left "packages of a mounted root are not touched"
    return 0
  fi
  case $1 in present) verb=install ;; *) verb=remove ;; esac
  if command -v apt-get >/dev/null 2>&1; then
    # a file of the package that the plan wrote before stays as it is
    run env DEBIAN_FRONTEND=noninteractive apt-get -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$verb" "$2"
  else
    run dnf -y "$verb" "$2"
  fi
}

run() {
  if [ -n "$root" ]; then
    left "nothing is run for a mounted root"
    return 0
  fi
  [ -n "$apply" ] || return 0
  "$@"
}

# live brings the running machine in line with its files. Where that does not work
# the next start of the machine does it.
live() {
  if [ -n "$root" ]; then
    left "nothing is run for a mounted root"
    return 0
  fi
  [ -n "$apply" ] || return 0
  "$@" || left "it did not work; what was written holds from the next start on"
}

hand() {
  [ "$hands" -gt 0 ] || group "By hand"
  hands=$((hands + 1))
  printf '  %s\n' "$1"
}

clash() { printf '  %s\n' "$1"; }

finish() {
  echo
  if [ -z "$apply" ]; then
    say "Nothing was changed: $steps steps would be taken with --apply."
  else
    say "$steps steps were taken, $skipped of them left out. Copies are in $backup."
  fi
  [ "$hands" -eq 0 ] || say "$hands rows need people."
}
