#include "PdfFile.h"

#include "exports/FileName.h"

#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>

namespace naryad::ui {

using namespace Qt::StringLiterals;

Result<void> writePdfFile(
    const QString &title, const QString &file, bool overwrite, const std::function<void(QPdfWriter &)> &paint)
{
    if (!overwrite && QFileInfo::exists(file))
        return fail(exports::fileIsThere(file));
    QSaveFile target(file);
    Error error;
    error.kind = ErrorKind::Storage;
    error.place = file;
    if (!target.open(QIODevice::WriteOnly)) {
        error.words = file + u": "_s + target.errorString();
        return fail(error);
    }
    {
        QPdfWriter writer(&target);
        writer.setTitle(title);
        writer.setCreator(u"Naryad"_s);
        paint(writer);
    }
    if (target.error() != QFileDevice::NoError || !target.commit()) {
        error.words = target.errorString();
        return fail(error);
    }
    return {};
}

} // namespace naryad::ui
