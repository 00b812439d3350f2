#include "Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace naryad::app {

void loadLanguage(const QString &language, QObject *parent)
{
    const bool russian = language.isEmpty() ? QLocale::system().language() == QLocale::Russian
                                            : language == QLatin1String("ru");
    const QString code = russian ? QStringLiteral("ru") : QStringLiteral("en");
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(russian ? QLocale::Russian : QLocale::English));

    if (russian) {
        auto *qt = new QTranslator(parent);
        if (qt->load(QStringLiteral("qtbase_ru"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))
            || qt->load(QStringLiteral(":/i18n/qtbase_ru.qm")))
            QCoreApplication::installTranslator(qt);
    }
    auto *own = new QTranslator(parent);
    if (own->load(QStringLiteral(":/i18n/naryad_%1.qm").arg(code)))
        QCoreApplication::installTranslator(own);
}

} // namespace naryad::app
