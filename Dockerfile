# The service in a container: built with its knowledge, run by nobody in particular, on a root that can be read-only.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ARG COUNCIL=barnet
RUN COUNCIL=$COUNCIL npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
ARG COUNCIL=barnet
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 COUNCIL=$COUNCIL DATA_DIR=/data
# With the sources, for the operators' commands: node --import tsx tools/requests.ts list
COPY --from=build /app ./
# Only where there is no DATABASE_URL is anything written here; it then has to be a volume.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3978
# Alive, not ready: to start it again would not bring a database back.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
