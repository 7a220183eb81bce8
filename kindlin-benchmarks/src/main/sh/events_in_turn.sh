#!/bin/bash
# The workload "events" in C, in Kindlin on plain loops and in Kindlin on the Vector API, in turn, on one file.
# events_in_turn.sh CLASSPATH PEER FILE [TURNS] [EVENTS]
# Prints ns of CPU an event: the least of all rounds, the median of the turns' medians. Stops where counts differ.
set -euo pipefail
classpath=$1 peer=$2 file=$3 turns=${4:-5} events=${5:-1000000}
kindlin() { # name, options
  local name=$1; shift
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$@" -XX:+UseSerialGC -Xmx1500m --enable-native-access=ALL-UNNAMED -cp "$classpath" \
      org.kindlin.benchmarks.events.EventBenchmark "$events" "$file" 2>/dev/null |
    awk -v name="$name" -v events="$events" '
      / CPU / { work = $0; sub(/^ +/, "", work); sub(/ +CPU.*/, "", work)
                least = $0; sub(/.*least /, "", least); sub(/\).*/, "", least)
                median = $0; sub(/.* CPU +/, "", median); sub(/ .*/, "", median)
                print name "\t" work "\t" median / events * 1e9 "\t" least / events * 1e9 }
      /^  (scatter|dyes|cut[0-9]) / { counts = counts " " $2 }
      END { print "counts\t" counts }'
}
in_c() {
  "$peer" "$file" | awk '
      / CPU / { work = $0; sub(/^ +/, "", work); sub(/ +CPU.*/, "", work)
                least = $0; sub(/.*least /, "", least); sub(/\).*/, "", least)
                median = $0; sub(/.* CPU +/, "", median); sub(/ .*/, "", median)
                print "C\t" work "\t" median "\t" least }
      /once more/ { line = $0; sub(/^[^:]*:/, "", line); sub(/ \(.*/, "", line); print "counts\t" line }'
}
lines=$(for ((turn = 0; turn < turns; turn++)); do
  kindlin "Kindlin, plain loops"
  in_c
  kindlin "Kindlin, Vector API" --add-modules jdk.incubator.vector
done)
if [ "$(grep -c . < <(grep '^counts' <<< "$lines" | sort -u))" != 1 ]; then
  echo "counts differ:" >&2
  grep '^counts' <<< "$lines" | sort | uniq -c >&2
  exit 1
fi
grep '^counts' <<< "$lines" | sort -u
grep -v '^counts' <<< "$lines" | sort -t $'\t' -k1,2 -k3,3g | awk -F '\t' '
  function flush() { if (n) printf "%-21s %-10s least %6.1f, median %6.1f ns an event\n", name, work, least, medians[int((n + 1) / 2)] }
  $1 != name || $2 != work { flush(); n = 0; name = $1; work = $2; least = $4 }
  { medians[++n] = $3; if ($4 < least) least = $4 }
  END { flush() }'
