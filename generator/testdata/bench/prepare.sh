#!/bin/sh
# prepare.sh CORPUS DIR
# Makes DIR a site of the benchmark's theme with the documents of CORPUS/berita, which are
# linked, not copied.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
cp -r "$here/content" "$here/templates" "$here/static" "$2/"
cp -al "$1/berita" "$2/content/berita"
