#include <cstdio>

#include "analyze.h"

int main() {
    const auto resources = lede::Resources::open(lede::embedded_model());
    if (!resources) {
        std::fprintf(stderr, "lede: %s\n", resources.error().message.c_str());
        return 1;
    }
    std::printf("%s\n", std::string(resources->model()).c_str());
}
