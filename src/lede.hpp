// The engine for programs in C++: open a model once, then read articles. README.md has an example.
#pragma once

#include "analyze.h"
#include "document.h"
#include "error.h"
#include "model/embedded.h"
#include "resources.h"
