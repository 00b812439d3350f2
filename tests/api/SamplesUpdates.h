#pragma once

#include "Mended.h"

/// The document's last section, get-updates, likewise.
namespace naryad::test::samples {

/// A comma before the closing bracket.
inline QByteArray updatesByTaskAsPrinted()
{
    return R"json([
    {
        "usn": "363",
        "taskId": "655621",
        "time": "2022-11-26 00:45:06"
    },
    {
        "usn": "448",
        "taskId": "655634",
        "time": "2022-11-26 00:45:06"
    },
])json";
}

inline QByteArray updatesByTask()
{
    return mended(updatesByTaskAsPrinted(), "},\n]", "}\n]");
}

/// The exchange the document shows, step 1: likewise.
inline QByteArray firstUpdatesAsPrinted()
{
    return R"json([
    {
        "usn": "363",
        "objectId": "655621",
        "time": "2022-11-26 00:45:06"
    },
    {
        "usn": "448",
        "objectId": "655634",
        "time": "2022-11-26 00:45:07"
    },
])json";
}

inline QByteArray firstUpdates()
{
    return mended(firstUpdatesAsPrinted(), "},\n]", "}\n]");
}

/// Step 2.
inline QByteArray updatesByObject()
{
    return R"json([
    {
        "usn": "563",
        "objectId": "655627",
        "time": "2022-11-26 00:48:06"
    }
])json";
}

/// Step 5.
inline QByteArray lastUpdates()
{
    return R"json([
    {
        "usn": "888",
        "objectId": "755627",
        "time": "2022-12-20 12:45:06"
    }
])json";
}

} // namespace naryad::test::samples
