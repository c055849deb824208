#!/bin/sh
# ./build.sh            builds the generator, then the site into public/
# ./build.sh test       runs everything that CI runs
# ./build.sh test long  the same with more of everything at random, and eight fuzz targets for
#                       FUZZTIME seconds of CPU time each (1800), from headers to requests, the
#                       others for a tenth of that: some hours. Run again, it goes on
# ./build.sh shots      takes pictures of every sort of page, into .maklumat/shots/
# ./build.sh lighthouse asks Lighthouse about every sort of page, as a phone
# ./build.sh ARGS...    runs the generator with ARGS, such as: ./build.sh serve
set -eu
cd "$(dirname "$0")"

# Pictures are always made by the same code, never by a library that a system may have, and which
# not every system can load. Tests are made in the same way as the program, without cgo and without
# the names of folders, so that each package is compiled once for both.
export GOFLAGS="-tags=nodynamic -trimpath ${GOFLAGS:-}"
export CGO_ENABLED=0

# A static binary, in a folder that git ignores. Go's own cache makes this a matter of a tenth of a
# second when nothing changed.
generator() {
  go build -o .maklumat/maklumat ./generator
}

# The browser tests need Chromium, and Node for axe-core, html-validate and the types of
# schema.org; the tests of publishing need web servers. CI installs them and fails without them;
# elsewhere what is missing is said loudly, and its tests are skipped.
tools() {
  missing=
  command -v chromium >/dev/null || missing="$missing chromium"
  command -v npm >/dev/null || missing="$missing nodejs npm"
  command -v nginx >/dev/null || missing="$missing nginx-light"
  command -v caddy >/dev/null || missing="$missing caddy"
  # What fits on a sheet depends on the font: the tests measure with this one.
  [ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ] || missing="$missing fonts-noto-core"
  if [ -n "$missing" ] && [ "${CI:-}" = true ]; then
    apt-get update -q
    # shellcheck disable=SC2086 # the names are words
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    missing=
  fi
  packages npm
}

# packages FOLDER installs what generator/testdata/FOLDER/package.json names, when it is
# not there already.
packages() {
  command -v npm >/dev/null || return 0
  mkdir -p ".maklumat/$1"
  cmp -s "generator/testdata/$1/package-lock.json" ".maklumat/$1/package-lock.json" && return 0
  cp "generator/testdata/$1/package.json" "generator/testdata/$1/package-lock.json" ".maklumat/$1/"
  npm ci --prefix ".maklumat/$1" --no-audit --no-fund --ignore-scripts || rm ".maklumat/$1/package-lock.json"
}

warn() {
  if [ -n "$missing" ]; then
    printf '\nNOT TESTED, because this is not installed:%s\n' "$missing" >&2
    printf 'Tests that need it were skipped. Install it and run ./build.sh test again.\n' >&2
  fi
}

run_tests() {
  tools
  unformatted=$(gofmt -l generator templates)
  if [ -n "$unformatted" ]; then
    printf 'gofmt would change:\n%s\n' "$unformatted" >&2
    exit 1
  fi
  go vet ./...
  go tool staticcheck ./...
  # The program and its tests must compile elsewhere too, and where an int has 32 bits; quickly, as
  # nothing of it runs.
  GOOS=windows GOARCH=386 go vet '-gcflags=all=-N -l' ./...
  GOOS=darwin GOARCH=arm64 go vet '-gcflags=all=-N -l' ./...
  # The race detector watches the rooms that do several things at once, and with them what they
  # use of the others. What compresses and decodes is not shared between goroutines: watching each
  # of its reads and writes takes longer than all the rest, so that code is left out. With the
  # detector come checks of the pointers of the standard library, which are not what is tested here.
  # No package may be left out that uses sync.Map, as encoding/xml does: its code may be taken
  # for all, and races be seen where there are none.
  # shellcheck disable=SC2046 # the names are words, here and below
  watched=$(go list $(grep -lE '^[[:space:]]+go |sync\.WaitGroup' generator/internal/*/*.go | sed 's|[^/]*$||; s|^|./|'))
  others=$(go list ./generator/internal/... ./templates/... | grep -Fvx "$watched")
  set -- -gcflags=std=-d=checkptr=0
  for package in compress/flate image/jpeg image/png golang.org/x/image/... golang.org/x/net/html \
    github.com/andybalholm/brotli/... go.yaml.in/yaml/v4/...; do
    set -- "$@" "-gcflags=$package=-race=false"
  done
  # Some tests work long and alone: they come after it, and so do browsers, servers and recipes, as
  # what they drive is the program that has been watched. Nor does a test have to wait for a second
  # when it is through.
  alone='^(TestBytesOfAQuery|TestEveryRowIsRemembered|TestEveryEdit|TestEditsBesideMistakes|TestSequences|TestClosedLeaveNoTrace|TestClosedLeavesNoNameInTheLog|TestIncrementalLaw|TestMarksOfAnySort|TestWithoutLeavesNothing|TestBroughtUpToDate|TestReader|TestWithdrawalGoesAhead|TestOwnContent|TestSourcesMakeTheSameRelease|TestInstructionsAreReadOnce)$'
  # PDFium is compiled for this processor first.
  go test -count=1 -run '^TestErrors$' ./generator/internal/pdf
  # shellcheck disable=SC2086
  CGO_ENABLED=1 GORACE=atexit_sleep_ms=0 go test -vet=off -race "$@" -skip "$alone" -timeout 20m $watched
  # The other rooms beside them: in each half one long test waits for itself.
  # shellcheck disable=SC2086
  go test -vet=off -timeout 20m $others &
  # shellcheck disable=SC2086
  go test -vet=off -run "$alone" $watched
  wait $!
  go test -vet=off -timeout 20m ./generator
  # What decides whether a document is public is tried in every way there is.
  go test -vet=off -cover ./generator/internal/gate | grep 'coverage: 100.0%'
  # The figures of every page and of the search, for people.
  figures=$(go test -vet=off -v -run 'TestBudgets|TestStyleBudget|TestBytesOfAQuery' ./generator ./generator/internal/search) || failed=true
  printf '%s\n' "$figures" | grep -v '^='
  [ -z "${failed:-}" ] || exit 1
  warn
}

# The long run: twenty thousand edits, a thousand kills, a hundred thousand documents, and
# every fuzz target for some time. Run again after it was broken off, it goes on where it
# was, also when the code has changed: what it has done so far is in .maklumat/long.
run_long() {
  mkdir -p .maklumat/long
  # How fast pages are shown has been measured by then, and is not to be beside other work.
  [ -e .maklumat/long/tests ] || MAKLUMAT_TEST=long go test -count=1 -skip '^TestSpeed$' -timeout 6h ./...
  : >.maklumat/long/tests
  for target in content.FuzzParse markdown.FuzzParse markdown.FuzzSlug build.FuzzOutputs render.FuzzMinifiedBody \
    disclosure.FuzzMatrix store.FuzzKept serve.FuzzRequest; do
    fuzz "${target%.*}" "${target#*.}" "${FUZZTIME:-1800}"
  done
  for package in $(go list ./generator/internal/...); do
    for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
      fuzz "${package##*/}" "$target" $((${FUZZTIME:-1800} / 10))
    done
  done
  rm -r .maklumat/long
  echo 'The long run has come to its end.'
}

# fuzz PACKAGE TARGET SECONDS lets a fuzz target work until it has had so many seconds of
# CPU time, whatever the machine does besides. Its scratch files lie in memory where they
# can, or the disk would have most of the time; programs may not run from there.
fuzz() {
  spent=.maklumat/long/$1.$2
  scratch=${TMPDIR:-/tmp}
  [ ! -w /dev/shm ] || scratch=/dev/shm
  [ -e "$spent" ] || echo 0 >"$spent"
  while [ "$(cat "$spent")" -lt "$3" ]; do
    left=$((($3 - $(cat "$spent")) / 2 + 5)) # on two cores
    [ "$left" -lt 300 ] || left=300
    times >.maklumat/long/before
    GOTMPDIR=${TMPDIR:-/tmp} TMPDIR=$scratch go test -run '^$' -fuzz "^$2\$" -fuzztime "${left}s" -fuzzminimizetime 10s "./generator/internal/$1" >.maklumat/long/out 2>&1 &&
      grep -q elapsed .maklumat/long/out || { cat .maklumat/long/out; return 1; }
    times >.maklumat/long/after
    # The last line of each is what the commands of this script have worked, "1m2.3s 0m4.5s".
    had=$(tail -q -n 1 .maklumat/long/before .maklumat/long/after |
      awk -F '[ms ]+' '{ was = now; now = $1 * 60 + $2 + $3 * 60 + $4 } END { print int(now - was) }')
    echo $(($(cat "$spent") + had)) >"$spent"
    echo "$1 $2: $(cat "$spent") s of $3, $(grep elapsed .maklumat/long/out | tail -n 1)"
  done
}

case "${1:-build}" in
  test)
    run_tests
    [ "${2:-}" != long ] || run_long
    ;;
  shots)
    SHOTS="$PWD/.maklumat/shots" go test -count=1 -run '^TestShots$' ./generator
    echo .maklumat/shots
    ;;
  lighthouse)
    packages lighthouse
    LIGHTHOUSE=1 go test -count=1 -v -timeout 60m -run '^TestLighthouse$' ./generator
    ;;
  *)
    generator
    [ $# -gt 0 ] || set -- build
    MAKLUMAT_NAME=./build.sh exec .maklumat/maklumat "$@"
    ;;
esac
