#include "Benches.h"
#include "Data.h"
#include "Figures.h"

#include <QFileInfo>

namespace naryad::bench {

int dataBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings)) {
        const auto data = dataFor(tasks, settings);
        if (!data) {
            status = 1;
            continue;
        }
        const double bytes = static_cast<double>(
            QFileInfo(data->mirrorPath()).size()
            + QFileInfo(data->mirrorPath() + QLatin1String("-wal")).size());
        QJsonObject figure{
            {QLatin1String("bench"), QLatin1String("data")},
            {QLatin1String("n"), tasks},
            {QLatin1String("filled_now"), data->filledNow}};
        put(figure, "fill_seconds", data->fillSeconds);
        put(figure, "tasks_per_second", tasks / data->fillSeconds);
        put(figure, "bytes_per_task", bytes / tasks);
        put(figure, "raw_bytes_per_task", data->rawBytes / tasks);
        const double ratio = bytes / data->rawBytes;
        put(figure, "ratio", ratio);
        putGoal(figure, QStringLiteral("ratio <= 1.5"), ratio <= 1.5);
        tell(figure);
    }
    return status;
}

} // namespace naryad::bench
