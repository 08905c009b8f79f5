# Two stages: the first one builds the environment, the second one runs it and knows no build tools.

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/build && python -m venv /opt/jobforge
WORKDIR /src
COPY requirements.txt requirements-build.txt ./
RUN /opt/build/bin/pip install --no-deps --require-hashes -r requirements-build.txt \
 && /opt/jobforge/bin/pip install --no-deps --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY migrations migrations
COPY jobforge jobforge
RUN /opt/build/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /dist . \
 && /opt/jobforge/bin/pip install --no-deps /dist/*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home jobforge
COPY --from=build /opt/jobforge /opt/jobforge
ENV PATH=/opt/jobforge/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    JOBFORGE_HOST=0.0.0.0 \
    JOBFORGE_PORT=8000 \
    JOBFORGE_DATA_DIR=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"JOBFORGE_PORT\"]}/healthz', timeout=2)"]
ENTRYPOINT ["jobforge"]
CMD ["up"]
