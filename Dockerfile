# The web program with its front end, as an unprivileged user. "dx" is the program; with a verb it does that instead of serving.
FROM node:20.20.2-bookworm-slim AS front
WORKDIR /src
COPY src/DaNangDxIndex.Web/package.json src/DaNangDxIndex.Web/package-lock.json src/DaNangDxIndex.Web/.npmrc ./
RUN npm ci --omit=optional --no-audit --no-fund
COPY src/DaNangDxIndex.Web/Assets ./Assets
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /src
COPY . .
COPY --from=front /src/wwwroot/assets src/DaNangDxIndex.Web/wwwroot/assets
RUN dotnet publish src/DaNangDxIndex.Web -c Release -o /app \
 && dotnet publish src/DaNangDxIndex.Verifier -c Release -o /verifier

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12 AS web
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
COPY --from=build /verifier /verifier
RUN mkdir -p /evidence/incoming && chown -R app:app /evidence
RUN ln -s /app/DaNangDxIndex.Web /usr/local/bin/dx && ln -s /verifier/dx-verify /usr/local/bin/dx-verify
WORKDIR /app
USER app
# Memory, by docs/decisions/2026-11-27-memory.md: a first generation of 4 MB (in hex), and what the compiler has freed is given back.
ENV DX_URLS=http://+:8080 DOTNET_EnableDiagnostics=0 DOTNET_GCgen0size=400000 MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s CMD curl -fsS http://127.0.0.1:8080/health/ready
ENTRYPOINT ["dx"]

# The same program with pg_dump and pg_restore of the server's line, for backups: its newest, since an older one leaves the archive.
FROM web AS keeping
USER root
RUN apt-get update \
 && apt-get install -y --no-install-recommends postgresql-common ca-certificates \
 && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
 && apt-get install -y --no-install-recommends postgresql-client-17 \
 && rm -rf /var/lib/apt/lists/*
USER app
HEALTHCHECK NONE
