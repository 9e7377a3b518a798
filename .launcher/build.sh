# shellcheck shell=bash
# The JDK, the build, and what is made of it once: Payara unpacked, the WAR split, the runnable jar.

# The first JDK of 21 or newer in JAVA_HOME, on the PATH or in the usual folders.
major_of() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1; }

pick_jdk() {
  local candidate major
  for candidate in "${JAVA_HOME:-/nonexistent}" "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /nonexistent/bin/java)")")")" \
    /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$candidate/bin/java" ] || continue
    major=$(major_of "$candidate/bin/java")
    if [ -n "$major" ] && [ "$major" -ge 21 ]; then
      if [ "${1:-}" != jdk ] || [ -x "$candidate/bin/javac" ]; then
        export JAVA_HOME="$candidate"
        return 0
      fi
    fi
  done
  fail "no JDK of 21 or newer was found in JAVA_HOME, PATH or /usr/lib/jvm. Install one (for example Temurin 25) or set JAVA_HOME."
}

maven() {
  command -v mvn >/dev/null || fail "Maven is not installed. Install it (Debian: apt-get install maven) and try again."
  local quiet=""
  if [ "$(major_of "$JAVA_HOME/bin/java")" -ge 24 ]; then
    quiet="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  fi
  (cd "$home" && MAVEN_OPTS="${MAVEN_OPTS:-} $quiet" mvn -B -ntp "$@")
}

# Builds the WAR when a source is newer than it; says nothing when there is nothing to do.
built=false
build_if_needed() {
  ! $built || return 0
  if [ -f "$war" ] && [ -f "$micro" ] && [ -z "$(find "$home/pom.xml" "$home/spi" "$home/db-migrations" "$home/plugins" "$home/gateway-ear" \
    "$home/docs-generator" "$home/sdk-generator" -path '*/target' -prune -o -type f -newer "$war" -print -quit)" ]; then
    return 0
  fi
  pick_jdk jdk
  say "building Tollgate (a few minutes the first time) ..."
  local log
  log=$(mktemp)
  if ! maven -q -Pquick -DskipTests package -pl gateway-ear/ear -am >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "the build failed; the lines above say why"
  fi
  rm -f "$log"
  touch "$war"
  say "built"
}

# Payara unpacked beside the build: starts need not unpack it, and the JVM can keep its classes in an archive.
unpack_if_needed() {
  if [ ! "$runtime/.env" -nt "$micro" ]; then
    local log
    log=$(mktemp)
    rm -rf "$runtime"
    "$JAVA_HOME/bin/java" -jar "$micro" --rootdir "$runtime" --outputlauncher >"$log" 2>&1 && [ -f "$runtime/.env" ] ||
      fail "Payara could not be unpacked to $runtime: $(tail -n 1 "$log")"
    rm -f "$log"
    touch "$runtime/.env"
  fi
  split_if_needed
}

# The WAR in two: our own jars, and the libraries of others, which go to the JVM's class path. There the archive of classes
# has them with all that is known about them, and Payara does not read them at each start. Where that cannot be done, the
# WAR is deployed as it is. A library's name has its version, so one that is there already is the same.
split_if_needed() {
  local work jar="$JAVA_HOME/bin/jar" library
  ! is_split || return 0
  [ -x "$jar" ] && [ -w "$runtime" ] || return 0
  work=$(mktemp -d)
  rm -f "$runtime/ROOT.war"
  mkdir -p "$runtime/libraries" "$work/war" "$work/libraries"
  (cd "$work/war" && "$jar" xf "$war") || fail "$war cannot be read"
  find "$work/war/WEB-INF/lib" -type f ! -name 'tollgate-*' -exec mv -t "$work/libraries" {} +
  if [ "$(ls "$work/libraries")" != "$(ls "$runtime/libraries")" ]; then
    rm -f "$runtime"/classes-*
    for library in "$runtime/libraries"/*; do [ -f "$work/libraries/${library##*/}" ] || rm -f "$library"; done
    mv -n "$work/libraries"/* "$runtime/libraries/"
  fi
  "$jar" --create --no-compress --no-manifest --file "$work/ROOT.war" -C "$work/war" . && mv "$work/ROOT.war" "$runtime/ROOT.war" ||
    fail "$runtime/ROOT.war cannot be written"
  rm -rf "$work"
}

is_split() { [ "$runtime/ROOT.war" -nt "$war" ]; }

# Payara's own libraries win where it has one of the same classes, as it expects; H2 is newer in the WAR and wins.
class_path() {
  local path="$runtime/launch-micro.jar" library
  if is_split; then
    for library in "$runtime/libraries"/*.jar; do
      case "$library" in */h2-*) path="$library:$path" ;; *) path="$path:$library" ;; esac
    done
  fi
  printf '%s' "$path"
}

# Payara Micro with the WAR and its options in one jar. Header names are case-sensitive in mappings, and Payara keeps their
# case only where a property of the JVM says so, which the jar sets by itself.
runnable_jar() {
  local work log="$home/dist/package.log"
  work=$(mktemp -d)
  preboot >"$work/preboot.txt"
  mkdir "$work/MICRO-INF"
  "$JAVA_HOME/bin/java" -jar "$micro" --nohazelcast --disablephonehome --prebootcommandfile "$work/preboot.txt" --deploy "$war" \
    --outputUberJar "$home/dist/tollgate.jar" >"$log" 2>&1 &&
    (cd "$work" && "$JAVA_HOME/bin/jar" xf "$home/dist/tollgate.jar" MICRO-INF/payara-boot.properties) >>"$log" 2>&1 &&
    printf '\norg.glassfish.grizzly.http.PRESERVE_HEADER_CASE=true\n' >>"$work/MICRO-INF/payara-boot.properties" &&
    "$JAVA_HOME/bin/jar" uf "$home/dist/tollgate.jar" -C "$work" MICRO-INF/payara-boot.properties >>"$log" 2>&1 ||
    fail "packaging failed; see $log"
  rm -rf "$work"
}
