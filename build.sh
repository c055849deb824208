#!/bin/sh
# ./build.sh            builds the generator, then the site into public/
# ./build.sh test       runs everything that CI runs
# ./build.sh ARGS...    runs the generator with ARGS, such as: ./build.sh serve
set -eu
cd "$(dirname "$0")"

# A static binary without cgo, in a folder that git ignores. Go's own cache makes this a
# matter of a tenth of a second when nothing changed.
generator() {
  CGO_ENABLED=0 go build -trimpath -o .maklumat/maklumat ./generator
}

# The browser tests need Chromium. CI installs it and fails without it; elsewhere they are
# skipped when there is none.
browser() {
  if [ "${CI:-}" = true ] && ! command -v chromium >/dev/null; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
  fi
}

run_tests() {
  browser
  unformatted=$(gofmt -l generator)
  if [ -n "$unformatted" ]; then
    printf 'gofmt would change:\n%s\n' "$unformatted" >&2
    exit 1
  fi
  go vet ./...
  go test -race ./...
  # What decides whether a document is public is tried in every way there is.
  go test -cover ./generator/internal/gate | grep 'coverage: 100.0%'
}

case "${1:-build}" in
  test) run_tests ;;
  *)
    generator
    [ $# -gt 0 ] || set -- build
    exec .maklumat/maklumat "$@"
    ;;
esac
