# The right one.

FROM scratch
ENV RIGHT=1
