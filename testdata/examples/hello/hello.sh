#!/bin/sh
# Says what the image was built with, who runs it, and for whom.
cat "$HELLO_HOME/share/greeting.txt"
echo "user=$(id -un) home=$HELLO_HOME folder=$(pwd) to=$*"
