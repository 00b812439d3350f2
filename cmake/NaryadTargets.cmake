# One INTERFACE target carries every warning and Qt define, so no room can forget one.
add_library(naryad_options INTERFACE)
target_compile_definitions(naryad_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    NARYAD_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(naryad_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
    target_compile_options(naryad_options INTERFACE
        -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wextra-semi -Wnull-dereference)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # g++ 12 reports null dereferences, and under a sanitizer uninitialised values, inside Qt's own headers
        target_compile_options(naryad_options INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized
            -Wno-restrict)
    endif()
endif()
if(NARYAD_SANITIZE_ADDRESS)
    target_compile_options(naryad_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(naryad_options INTERFACE -fsanitize=address,undefined)
endif()
if(NARYAD_SANITIZE_THREAD)
    target_compile_options(naryad_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(naryad_options INTERFACE -fsanitize=thread)
endif()

# naryad_library(<room> [PUBLIC <targets>] [PRIVATE <targets>])
# A room is one static library: sources beside its CMakeLists.txt, public headers in include/<room>/.
# Only include/ is given to those who link it, so an include against the arrows does not compile.
function(naryad_library room)
    cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    add_library(naryad_${room} STATIC ${sources})
    set_target_properties(naryad_${room} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(naryad_${room}
        PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include
        PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(naryad_${room} PUBLIC ${ARG_PUBLIC} PRIVATE naryad_options ${ARG_PRIVATE})
endfunction()

# naryad_test(<name> [LIBS <targets>] [TIMEOUT <seconds>] [LABELS <labels>])
# One test program from every .cpp and .h of the current folder, run offscreen.
function(naryad_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LIBS;SOURCES;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(test_${name} ${ARG_SOURCES})
    target_link_libraries(test_${name} PRIVATE naryad_options ${ARG_LIBS} Qt6::Test)
    add_test(NAME ${name} COMMAND test_${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_FORCE_STDERR_LOGGING=1")
endfunction()
