#!/usr/bin/env bash
# Gives a Debian machine (root, no image registry) a Docker engine, compose v2 and stand-ins for the images that the
# container tests and docker-compose.yml name. Run it again at will: what is there and up to date is left alone, and so
# is an image of the same name that this script did not make.
#
#   TOCSIN_CACHE    what is worth keeping between machines' runs; default ~/.cache/tocsin
#   TOCSIN_DOCKER   data, log and pid (dockerd.pid) of the engine, where one has to be started;
#                   default ${TMPDIR:-/tmp}/tocsin-docker
set -euo pipefail

readonly KAFKA=4.3.1 APICURIO=3.3.3 PROMETHEUS=2.53.3 ALERTMANAGER=0.28.1 JAVA=25 SUITE=trixie
readonly HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly CACHE=${TOCSIN_CACHE:-$HOME/.cache/tocsin}
readonly ENGINE=${TOCSIN_DOCKER:-${TMPDIR:-/tmp}/tocsin-docker}
readonly ARCH=$(dpkg --print-architecture)
readonly BASE=tocsin-stand-in/base:$SUITE-java$JAVA
readonly LABEL=io.tocsin.stand-in
export DEBIAN_FRONTEND=noninteractive DOCKER_BUILDKIT=0

mkdir -p "$CACHE" "$ENGINE"
WORK=$(mktemp -d "$ENGINE/work.XXXXXX")
readonly WORK
trap 'rm -rf "$WORK"' EXIT

fail() {
    printf 'containers.sh: %s\n' "$*" >&2
    exit 1
}

# step WHAT COMMAND...: runs the command quietly and prints one line with its seconds, or the end of its output.
step() {
    local what=$1 began=$SECONDS code
    shift
    set +e
    (set -e; "$@") >"$WORK/log" 2>&1
    code=$?
    set -e
    if ((code != 0)); then
        tail -n 25 "$WORK/log" | sed -E 's#://[^/ ]+#://...#g' >&2
        fail "$what: exit code $code after $((SECONDS - began)) s (124 means out of time)"
    fi
    printf '%s %4d s  %s\n' "$(date +%T)" $((SECONDS - began)) "$what"
}

# ---- Debian packages

refresh_packages() {
    for _ in 1 2 3; do
        timeout 300 apt-get -q update && return
        sleep 5
    done
    return 1
}

install_packages() {
    refresh_packages
    timeout 900 apt-get -q install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}

missing_packages() {
    local package
    for package in docker.io debootstrap zstd ca-certificates debian-archive-keyring; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || echo "$package"
    done
    command -v mvn >/dev/null || echo maven
    command -v javac >/dev/null || echo default-jdk-headless
}

# Where this machine gets Debian from: asked from apt, so that no host name is written down here.
mirror() {
    apt-get indextargets --format '$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' |
        awk -F'|' '$1 == "Debian" && $2 == "main" { print $3; exit }'
}

# newer_apt COMMAND...: apt-get on the newer suite with a state of its own; the system's sources stay as they are.
newer_apt() {
    local state=$WORK/apt
    if [ ! -d "$state" ]; then
        mkdir -p "$state"/{lists/partial,cache/archives/partial,parts}
        printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
            "$(mirror)" "$SUITE" /usr/share/keyrings/debian-archive-keyring.gpg >"$state/parts/newer.sources"
        newer_apt -q update
    fi
    timeout 300 apt-get -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$state/parts" \
        -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" "$@"
}

# unpacked PACKAGE FOLDER: the files of a package of the newer suite, without installing it.
unpacked() {
    mkdir -p "$WORK/deb" "$2"
    rm -f "$WORK/deb/$1"_*.deb
    (cd "$WORK/deb" && newer_apt -q download "$1")
    dpkg -x "$WORK/deb/$1"_*.deb "$2"
}

# ---- Engine and compose

engine_answers() {
    timeout 20 docker info >/dev/null 2>&1
}

# A second dockerd beside a first one breaks the network of the first: this is called only when none answers.
start_engine() {
    local waited=0
    setsid dockerd --data-root "$ENGINE/data" --pidfile "$ENGINE/dockerd.pid" \
        >"$ENGINE/dockerd.log" 2>&1 </dev/null 9>&- &
    until engine_answers; do
        sleep 0.5
        if ((++waited > 120)); then
            tail -n 15 "$ENGINE/dockerd.log"
            return 1
        fi
    done
}

install_compose() {
    local plugins=${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins
    unpacked docker-compose "$WORK/compose"
    mkdir -p "$plugins"
    cp "$WORK/compose/usr/libexec/docker/cli-plugins/docker-compose" "$plugins/"
    docker compose version
}

# ---- Images

# What an image is made from, as one word; a changed input gives another word and so another build.
fingerprint() {
    { basename "$BASE_TAR" && echo "$@" && cat "$HERE/standins/$1"/*; } | sha256sum | cut -c1-16
}

made_from() {
    docker image inspect -f "{{index .Config.Labels \"$LABEL\"}}" "$1" 2>/dev/null
}

debootstrap_base() {
    local root=$WORK/root
    timeout 900 debootstrap --variant=minbase --include="ca-certificates,procps,openjdk-$JAVA-jre-headless" \
        "$SUITE" "$root" "$(mirror)"
    mkdir -p "$root/opt/java"
    ln -s "/usr/lib/jvm/java-$JAVA-openjdk-$ARCH" "$root/opt/java/openjdk"
    # The package source of this machine must not end up in an image.
    rm -rf "$root"/etc/{apt/sources.list*,resolv.conf,hostname} "$root"/var/lib/apt/lists/* \
        "$root"/var/cache/apt/* "$root"/var/log/*.log "$root"/usr/share/{doc,man,info,locale}/*
    tar -C "$root" --one-file-system --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' -c . |
        zstd -q -3 -f -o "$BASE_TAR.part"
    rm -f "$CACHE"/base-*.tar.zst
    mv "$BASE_TAR.part" "$BASE_TAR"
    rm -rf "$root"
}

# Made anew each month, for Debian's security updates, and when the way of making it has changed.
BASE_TAR=$CACHE/base-$SUITE-java$JAVA-$ARCH-$(date +%Y-%m)-$(declare -f debootstrap_base | sha256sum | cut -c1-8).tar.zst
readonly BASE_TAR

import_base() {
    zstd -dc "$BASE_TAR" | docker import --change 'ENV LANG=C.UTF-8 JAVA_HOME=/opt/java/openjdk' \
        --change 'CMD ["bash"]' --change "LABEL $LABEL=$(basename "$BASE_TAR")" - "$BASE"
}

# Folders of the build context that have to be fetched first, one function an image.
context_kafka() {
    mkdir "$1/libs"
    sed "s/@KAFKA@/$KAFKA/" "$HERE/standins/kafka/libs.xml" >"$WORK/pom.xml"
    (cd "$WORK" && timeout 900 mvn -B -q -f pom.xml dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$1/libs")
}

context_apicurio() {
    mkdir "$1/deployments"
    sed "s/@APICURIO@/$APICURIO/" "$HERE/standins/apicurio/app.xml" >"$WORK/pom.xml"
    (cd "$WORK" && timeout 900 mvn -B -q -f pom.xml dependency:copy-dependencies -DoutputDirectory="$WORK/apicurio")
    tar -xzf "$WORK"/apicurio/*.tar.gz -C "$1/deployments"
}

context_prometheus() {
    unpacked prometheus "$1/package"
    unpacked promtool "$1/package"
}

context_alertmanager() {
    unpacked prometheus-alertmanager "$1/package"
}

build_image() {
    local name=$1 tag=$2 made=$3 context=$WORK/$1
    rm -rf "$context"
    cp -r "$HERE/standins/$name" "$context"
    "context_$name" "$context"
    timeout 600 docker build -q --label "$LABEL=$made" -t "$tag" "$context"
    rm -rf "$context"
}

# stand_in NAME TAG: builds the image unless it is there, from these inputs or from elsewhere.
stand_in() {
    local name=$1 tag=$2 made had
    made=$(fingerprint "$name" "$tag")
    if docker image inspect "$tag" >/dev/null 2>&1; then
        had=$(made_from "$tag")
        if [ "$had" = "$made" ] || [ -z "$had" ]; then
            printf '%s    - s  %s is there%s\n' "$(date +%T)" "$tag" "${had:+, a stand-in}"
            return
        fi
    fi
    step "$tag, a stand-in" build_image "$name" "$tag" "$made"
}

stand_in_java() {
    local tag=eclipse-temurin:$JAVA-jre
    [ -s "$BASE_TAR" ] || step "base file system ($SUITE, Java $JAVA)" debootstrap_base
    [ "$(made_from "$BASE")" = "$(basename "$BASE_TAR")" ] || step "base image" import_base
    if ! docker image inspect "$tag" >/dev/null 2>&1 || [ -n "$(made_from "$tag")" ]; then
        docker tag "$BASE" "$tag"
    fi
}

# ----

[ "$(id -u)" = 0 ] || fail "must be root: it installs packages and starts an engine"
exec 9>"$CACHE/lock"
flock -w 1800 9 || fail "another run holds $CACHE/lock"

mapfile -t packages < <(missing_packages)
((${#packages[@]} == 0)) || step "packages: ${packages[*]}" install_packages "${packages[@]}"
[ -n "$(mirror)" ] || step "package lists" refresh_packages
engine_answers || step "engine, pid in $ENGINE/dockerd.pid" start_engine
docker compose version >/dev/null 2>&1 || step "compose v2" install_compose
stand_in_java
stand_in kafka "apache/kafka:$KAFKA"
stand_in apicurio "apicurio/apicurio-registry:$APICURIO"
stand_in prometheus "prom/prometheus:v$PROMETHEUS"
stand_in alertmanager "prom/alertmanager:v$ALERTMANAGER"
printf '%s %4d s  all\n' "$(date +%T)" "$SECONDS"
