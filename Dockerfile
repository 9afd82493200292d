# The production image: web server, worker and beat are the same image with another command.
FROM python:3.12-slim AS build
WORKDIR /srv/skoleplus
RUN pip install --no-cache-dir "uv>=0.8"
COPY pyproject.toml uv.lock ./
# No embedded servers, no tools: only what serves people.
RUN uv sync --frozen --no-default-groups --compile-bytecode
COPY . .
RUN .venv/bin/python -m skoleplus.catalogues \
 && SKOLEPLUS_ENV=demo DATABASE_URL=postgres://build/build REDIS_URL=redis://build STATIC_ROOT=/srv/static \
    .venv/bin/python manage.py collectstatic --no-input --verbosity 0

FROM python:3.12-slim
RUN useradd --system --home-dir /srv/skoleplus --shell /usr/sbin/nologin skoleplus \
 && install -d -o skoleplus -g skoleplus /srv/media
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/skoleplus /srv/skoleplus
WORKDIR /srv/skoleplus
USER skoleplus
ENV PATH=/srv/skoleplus/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SKOLEPLUS_ENV=production \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/srv/media
EXPOSE 8000
CMD ["python", "-m", "skoleplus.serving", "0.0.0.0:8000"]
