# guidepub in a container, to build a catalogue that is mounted at /catalogue:
#   docker build -t guidepub .
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/catalogue" guidepub build
FROM python:3.13-slim-bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*

COPY . /src
RUN pip install --no-cache-dir "/src[data,import]" && rm -rf /src

# Whoever runs it needs no name in here, and no folder of his own.
ENV HOME=/tmp
WORKDIR /catalogue
ENTRYPOINT ["guidepub"]
CMD ["build"]
