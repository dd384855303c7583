#!/bin/sh
# Verifies a Breakwater evidence bundle with unzip, sha256sum and openssl (3.0 or later), and nothing else: no other program is
# started, so that anybody can read here all that happens. What the files mean: docs/ledger.md. Four empty files are left behind in
# TMPDIR, because removing them would take a program more.
#
#   sh verify-bundle.sh BUNDLE.zip [CHECKPOINT [KEY.pem]]
#
# CHECKPOINT is one that was kept outside; KEY.pem is the log's key from elsewhere than from the bundle.
# Key rotations are not followed: where the key was rotated, KEY.pem is the current one.
set -eu
LC_ALL=C
export LC_ALL

refuse() { echo "REFUSED: $1"; exit 1; }
[ $# -ge 1 ] || { echo "usage: sh verify-bundle.sh BUNDLE.zip [CHECKPOINT [KEY.pem]]"; exit 2; }
bundle=$1 outside=${2:-} given=${3:-}
work=${TMPDIR:-/tmp}/verify-bundle.$$
umask 077
# Made anew or not at all: somebody else may have put a link where our files are to be.
set -C
: >"$work" && : >"$work.text" && : >"$work.sig" && : >"$work.pem"
set +C
empty() { : >"$work" && : >"$work.text" && : >"$work.sig" && : >"$work.pem"; }
trap empty EXIT
trap 'exit 130' INT TERM HUP

file() { unzip -p "$bundle" "$1"; }
bytes() { printf '%s\n' "$1" | openssl base64 -d; }
base64() { openssl base64 -A; }
# A whole number of at most 15 digits, as we write it. Shells run what else stands in their arithmetic.
number() {
  case $1 in *[!0-9]* | 0?* | ????????????????* | '') refuse "a number" ;; esac
}
leaf() { { printf '\000'; file "$1"; } | openssl dgst -sha256 -binary | base64; }
node() { { printf '\001'; bytes "$1"; bytes "$2"; } | openssl dgst -sha256 -binary | base64; }

# RFC 9162 2.1.3.2: leaf hash, index, size, then the hashes of the proof; prints the root that they lead to.
inclusion_root() {
  hash=$1 fn=$2 sn=$(($3 - 1))
  shift 3
  [ "$fn" -le "$sn" ] || return 1
  for sibling; do
    [ "$sn" -gt 0 ] || return 1
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      hash=$(node "$sibling" "$hash")
      while [ $((fn % 2)) -eq 0 ] && [ "$fn" -ne 0 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
    else
      hash=$(node "$hash" "$sibling")
    fi
    fn=$((fn / 2)) sn=$((sn / 2))
  done
  [ "$sn" -eq 0 ] && echo "$hash"
}

# RFC 9162 2.1.4.2: old size, old root, new size, then the hashes; prints the old root and the new one that they lead to.
consistency_roots() {
  old=$1 root=$2 new=$3
  shift 3
  fn=$((old - 1)) sn=$((new - 1))
  while [ $((fn % 2)) -eq 1 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
  if [ "$fn" -eq 0 ]; then seed=$root; else seed=$1; shift; fi
  fr=$seed sr=$seed
  for sibling; do
    [ "$sn" -gt 0 ] || return 1
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      fr=$(node "$sibling" "$fr") sr=$(node "$sibling" "$sr")
      while [ $((fn % 2)) -eq 0 ] && [ "$fn" -ne 0 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
    else
      sr=$(node "$sr" "$sibling")
    fi
    fn=$((fn / 2)) sn=$((sn / 2))
  done
  [ "$sn" -eq 0 ] && echo "$fr $sr"
}

# Reads origin, size and root of a checkpoint from the standard input.
read_checkpoint() {
  read -r origin && read -r size && read -r root && read -r gap && [ -z "$gap" ] || refuse "a checkpoint"
  number "$size"
}

# The time of a timestamp response in seconds since 1970, from "Time stamp: Jan 18 19:00:12 2022 GMT".
stamp_seconds() {
  set -- $(openssl ts -reply -in "$1" -text 2>/dev/null | while read -r one two rest; do
    case "$one $two" in "Time stamp:") echo "$rest" ;; esac
  done)
  [ $# -ge 4 ] || return 1
  month=0
  for name in Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec; do
    month=$((month + 1))
    [ "$name" = "$1" ] && break
  done
  clock=${3%%.*} day=$2 year=$4
  hour=${clock%%:*} second=${clock##*:} minute=${clock#*:}
  minute=${minute%%:*}
  # A leading zero would make it octal.
  hour=${hour#0} minute=${minute#0} second=${second#0}
  for part in "$day" "$year" "$hour" "$minute" "$second"; do number "$part"; done
  # Years that begin in March have their odd day at the end.
  [ "$month" -gt 2 ] || month=$((month + 12)) year=$((year - 1))
  days=$((365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 719469))
  echo $(((days * 24 + hour) * 3600 + minute * 60 + second))
}

# 1. The archive is whole, has the files of the manifest and no other, each once, and every one has the hash that it says.
unzip -tqq "$bundle" >/dev/null || refuse "the archive is damaged"
checked=0 names=MANIFEST.sha256
while read -r hash path; do
  case $path in *[!A-Za-z0-9._/-]* | [!A-Za-z0-9_]* | *..* | '') refuse "a file name" ;; esac
  file "$path" >"$work" && printf '%s  %s\n' "$hash" "$work" | sha256sum -c --status - || refuse "$path"
  names="$names
$path"
  checked=$((checked + 1))
done <<END
$(file MANIFEST.sha256)
END
[ "$names" = "$(unzip -Z1 "$bundle")" ] || refuse "the archive has other files than the manifest"
echo "ok: $checked files as the manifest has them"

# 2. The checkpoint is signed by the key: the signature of the note is over its first three lines.
read_checkpoint <<END
$(file checkpoint)
END
head_origin=$origin head_size=$size head_root=$root
printf '%s\n%s\n%s\n' "$origin" "$size" "$root" >"$work.text"
file checkpoint.sig >"$work.sig"
file keys/current.pem >"$work.pem"
[ -z "$given" ] || [ "$(openssl pkey -pubin -in "$given" -outform DER | base64)" = "$(openssl pkey -pubin -in "$work.pem" -outform DER | base64)" ] ||
  refuse "the key in the bundle is not the one that was given"
openssl pkeyutl -verify -pubin -inkey "$work.pem" -rawin -in "$work.text" -sigfile "$work.sig" >/dev/null || refuse "the signature of the checkpoint"
echo "ok: checkpoint of $origin at size $size is signed"

# 3. Every entry is in the log, and every payload is the one that was committed to.
entries=0
while read -r hash path; do
  case $path in entries/*.json) ;; *) continue ;; esac
  sequence=${path#entries/} sequence=${sequence%.json}
  number "$sequence"
  set --
  state=start
  while read -r line; do
    case $state in
      start) [ "$line" = "c2sp.org/tlog-proof@v1" ] || refuse "proofs/$sequence"; state=index ;;
      index) [ "$line" = "index $sequence" ] || refuse "proofs/$sequence"; state=hashes ;;
      hashes) if [ -z "$line" ]; then break; fi; set -- "$@" "$line" ;;
    esac
  done <<END
$(file "proofs/$sequence.tlog-proof")
END
  found=$(inclusion_root "$(leaf "$path")" "$sequence" "$head_size" "$@") || refuse "proofs/$sequence"
  [ "$found" = "$head_root" ] || refuse "entry $sequence is not in the log"
  entry=$(file "$path")
  case $entry in *"\"sequence\":$sequence,"*) ;; *) refuse "entry $sequence is of another place" ;; esac
  case "$(file MANIFEST.sha256)" in
    *"  payloads/$sequence.bin"*)
      # 32 bytes: with another length, bytes could be moved from the payload into the salt.
      salt=$(file "salts/$sequence.bin" | base64)
      case $salt in *==) salt= ;; *=) ;; *) salt= ;; esac
      [ ${#salt} -eq 44 ] || refuse "the salt of entry $sequence"
      found=$({ file "salts/$sequence.bin"; file "payloads/$sequence.bin"; } | openssl dgst -sha256 -binary | base64)
      case $entry in *"\"commitment\":\"$found\""*) ;; *) refuse "the payload of entry $sequence" ;; esac
      echo "ok: entry $sequence, with its payload"
      ;;
    *) echo "ok: entry $sequence, without a payload" ;;
  esac
  entries=$((entries + 1))
done <<END
$(file MANIFEST.sha256)
END

# 4. Nothing before the checkpoint that was kept outside has been changed since.
if [ -n "$outside" ]; then
  read_checkpoint <"$outside"
  [ "$origin" = "$head_origin" ] || refuse "the outside checkpoint is of another log"
  if [ "$size" -eq "$head_size" ]; then
    [ "$root" = "$head_root" ] || refuse "the outside checkpoint of size $size is of another history"
  else
    set --
    while read -r line; do
      case $line in breakwater/* | old\ * | new\ *) ;; *) set -- "$@" "$line" ;; esac
    done <<END
$(file "older/$size.proof" 2>/dev/null || refuse "no proof reaches the outside checkpoint of size $size" >&2)
END
    [ -n "${1:-}" ] || refuse "no proof reaches the outside checkpoint of size $size"
    roots=$(consistency_roots "$size" "$root" "$head_size" "$@") || refuse "the proof that reaches the outside checkpoint"
    [ "$roots" = "$root $head_root" ] || refuse "the log was rewritten since the outside checkpoint"
  fi
  echo "ok: nothing below entry $size was changed since the outside checkpoint"
fi

# 5. The timestamps hold at their own time. Certificates come from the bundle: compare them with the authority's.
while read -r hash path; do
  case $path in timestamps/*.tsr) ;; *) continue ;; esac
  name=${path#timestamps/} name=${name%.tsr} size=${name%-*}
  number "$size"
  if [ "$size" -eq "$head_size" ]; then file checkpoint >"$work"; else file "older/$size.checkpoint" >"$work"; fi
  file "$path" >"$work.sig"
  file "timestamps/$name.pem" >"$work.pem"
  if openssl ts -verify -data "$work" -in "$work.sig" -CAfile "$work.pem" -untrusted "$work.pem" >/dev/null 2>&1; then
    echo "ok: timestamp of the checkpoint at size $size"
  elif at=$(stamp_seconds "$work.sig") && openssl ts -verify -attime "$at" -data "$work" -in "$work.sig" -CAfile "$work.pem" -untrusted "$work.pem" >/dev/null 2>&1; then
    echo "ok: timestamp of the checkpoint at size $size, judged at its own time: its certificate has run out since"
  else
    echo "NOT PROVEN: the timestamp at size $size"
  fi
done <<END
$(file MANIFEST.sha256)
END

[ "$entries" -gt 0 ] || refuse "there is no entry"
echo "VERIFIED: $entries entries. NOT PROVEN: that they are true, that they are all$([ -n "$outside" ] && echo ", that the outside checkpoint is signed" || echo ", that the log was not rewritten (no outside checkpoint)")$([ -n "$given" ] || echo ", that the key is the log's (no key given)")"
