# Sourced by deploy/rehearse-…: a folder of its own in /tmp that is removed again, processes that are ended by their ids alone,
# PostgreSQL, and the product with the data of the demo. With KEEP=1 the folder stays.
say() { printf '%s\n' "$*" >&2; }
# need "packages" program...
need() {
    local packages=$1 program
    shift
    for program in "$@"; do
        command -v "$program" >/dev/null || { say "$program is missing: apt-get install $packages"; exit 2; }
    done
}
web=src/DaNangDxIndex.Web/bin/Release/net10.0/DaNangDxIndex.Web.dll
demo=src/DaNangDxIndex.Demo/bin/Release/net10.0/DaNangDxIndex.Demo.dll
content=(--contentRoot "$PWD/src/DaNangDxIndex.Web")
[ -e "$demo" ] || { say "Build first: dotnet build -c Release, or ./run once."; exit 2; }
PG_BIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$PG_BIN" ] || { say "PostgreSQL is missing: apt-get install postgresql"; exit 2; }
export PG_BIN PGPASSWORD=rehearsal PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d "/tmp/dx-${0##*/}.XXXXXX")
chmod 755 "$work"
as_postgres=()
[ "$(id -u)" != 0 ] || { as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups); chown postgres "$work"; }
pids=()

# By the ids that were started here alone; PostgreSQL by the ids that its folders name.
end() {
    local pid file
    for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for file in "$work"/*/postmaster.pid; do
        [ ! -e "$file" ] || kill -INT "$(head -1 "$file")" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    ! declare -F end_too >/dev/null || end_too
    [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap end EXIT
start() { # name command...
    local name=$1
    shift
    "$@" >>"$work/$name.log" 2>&1 &
    pids+=($!)
    started=$!
}
stop() { # pid
    kill -TERM "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}
until_true() { # seconds what command...
    local left=$1 what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || { say "$what did not come about; logs are in $work"; KEEP=1; exit 1; }
        sleep 1
    done
}
answers() { [ "$(curl -s -o /dev/null -m 3 -w '%{http_code}' "$1")" = 200 ]; }

# held "sentence" command...: says whether it holds; what does not is counted in $broken.
broken=0
held() {
    local sentence=$1
    shift
    if "$@" >>"$work/held.log" 2>&1; then
        printf 'holds   %s\n' "$sentence"
    else
        printf 'BROKEN  %s\n' "$sentence"
        broken=$((broken + 1))
    fi
}
verdict() {
    [ "$broken" = 0 ] && { echo "everything holds"; exit 0; }
    say "$broken do not hold; logs are in $work"
    KEEP=1
    exit 1
}

# A durable PostgreSQL as of initdb; what is added to its configuration comes on standard input.
make_cluster() { # folder options of initdb...
    local folder=$1
    shift
    printf rehearsal >"$work/superuser"
    "${as_postgres[@]}" "$PG_BIN/initdb" -D "$folder" -U postgres --pwfile="$work/superuser" -A scram-sha-256 -E UTF8 \
        --locale-provider=icu --icu-locale=vi --locale=C.UTF-8 -k "$@" >>"$work/initdb.log"
    cat >>"$folder/postgresql.conf"
}
serve_cluster() { # folder port options...
    local folder=$1 port=$2
    shift 2
    start "${folder##*/}" "${as_postgres[@]}" "$PG_BIN/postgres" -D "$folder" -p "$port" -k "$work" -h 127.0.0.1 "$@"
    until_true 60 "PostgreSQL in $folder" "$PG_BIN/pg_isready" -h 127.0.0.1 -p "$port" -U postgres
}
superuser() { # port psql's arguments...
    local port=$1
    shift
    "$PG_BIN/psql" -h 127.0.0.1 -p "$port" -U postgres -qv ON_ERROR_STOP=1 "$@"
}
connection() { printf 'Host=127.0.0.1;Port=%s;Database=dx;Username=%s;Password=rehearsal;Maximum Pool Size=40' "$1" "$2"; } # port role

# The demo's data into the empty cluster behind a port, by dx backup and dx restore; its evidence into $work/evidence.
load_demo() { # port free-port
    local folder pid
    superuser "$1" -d postgres -f src/DaNangDxIndex.Web/Database/Roles.sql
    superuser "$1" -d postgres -c "ALTER ROLE dx_owner PASSWORD 'rehearsal'" -c "ALTER ROLE dx_app PASSWORD 'rehearsal'" \
        -c 'CREATE DATABASE dx OWNER dx_owner' -c 'GRANT CONNECT ON DATABASE dx TO dx_app'
    folder=$(mktemp -d /tmp/dx-demo.XXXXXX)
    DX_DATA=$folder DX_DEMO_YEAR=${DX_DEMO_YEAR:-false} DX_URLS=http://127.0.0.1:$2 start demo dotnet "$demo" "${content[@]}"
    pid=$started
    until_true 300 "the demo" answers "http://127.0.0.1:$2/health/ready"
    DX_DATA=$folder dotnet "$demo" backup "$work/backups" --lang en >"$work/backup.log" 2>&1 || { cat "$work/backup.log"; exit 1; }
    stop "$pid"
    rm -rf "$folder"
    export DX_EVIDENCE=$work/evidence DX_SIGN_INS_PER_MINUTE=1000 DX_REQUESTS_PER_ACCOUNT=0
    ConnectionStrings__Dx=$(connection "$1" dx_app) ConnectionStrings__DxOwner=$(connection "$1" dx_owner) \
        dotnet "$web" restore "$(ls -d "$work"/backups/2* | head -1)" --lang en >"$work/restore.log" 2>&1 \
        || { cat "$work/restore.log"; exit 1; }
    tail -3 "$work/restore.log" >&2
}
serve_web() { # name port database-port
    ConnectionStrings__Dx=$(connection "$3" dx_app) DX_URLS=http://127.0.0.1:$2 start "$1" dotnet "$web" "${content[@]}"
    until_true 120 "$1" answers "http://127.0.0.1:$2/health/ready"
}
# Counts of the wards take any number.
free_counts() { # port
    superuser "$1" -d dx -tAc "SELECT string_agg(f ->> 'code', ',') FROM edition_group g JOIN tenant t ON t.id = g.tenant_id,
        jsonb_array_elements(g.criteria_file::jsonb -> 'figures') f
        WHERE slug = 'da-nang' AND year = 2025 AND g.code = 'wards' AND f ->> 'kind' = 'count' AND f -> 'most' IS NULL"
}
# How many of the figures that save-figures.py saved do not hold what was acknowledged, or more than one later save.
lost_saves() { # saved.json port
    local lost=0 figure value stored
    while read -r figure value; do
        stored=$(superuser "$2" -d dx -tAc "SELECT declared || ' ' || f.version FROM figure_entry f JOIN tenant t ON t.id = tenant_id
            WHERE slug = 'da-nang' AND year = 2025 AND agency = 'w25-hai-chau' AND figure = '$figure'")
        [ "${stored% *}" -ge "$value" ] && [ "${stored% *}" -le $((value + 1)) ] && [ "${stored% *}" = "${stored#* }" ] \
            || { say "$figure: acknowledged $value, stored $stored"; lost=$((lost + 1)); }
    done < <(python3 -c 'import json,sys; [print(k, v) for k, v in json.load(open(sys.argv[1]))["saved"].items()]' "$1")
    echo "$lost"
}
