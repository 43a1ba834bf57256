# docker build -t gxlint .
# docker run --rm -v "$PWD:/work" gxlint check .
# With LibreOffice, for .doc, .wps and .odt: docker build --build-arg OFFICE=1 -t gxlint .
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels .

FROM python:3.12-slim
ARG OFFICE=""
RUN if [ -n "$OFFICE" ]; then \
        apt-get update \
        && apt-get install --yes --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk \
        && rm -rf /var/lib/apt/lists/*; \
    fi
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl && rm -rf /wheels \
    && useradd --create-home --uid 1000 gxlint
USER gxlint
WORKDIR /work
ENTRYPOINT ["gxlint"]
CMD ["--help"]
