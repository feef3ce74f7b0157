"use strict";
// A notice of an invented county; the build puts it here from tests/samples/.
const SAMPLE = {{SAMPLE}};
