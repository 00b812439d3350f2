#include "SavedView.h"

#include <QJsonDocument>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Form = 1;

} // namespace

QString toText(const QVector<SavedView> &views)
{
    QJsonArray all;
    for (const SavedView &view : views) {
        all.append(QJsonObject{
            {u"name"_s, view.name},
            {u"text"_s, view.text},
            {u"filters"_s, view.filters},
            {u"order"_s, view.order},
            {u"columns"_s, view.columns}});
    }
    const QJsonObject file{{u"naryadViews"_s, Form}, {u"views"_s, all}};
    return QString::fromUtf8(QJsonDocument(file).toJson(QJsonDocument::Indented));
}

std::optional<QVector<SavedView>> savedViewsFrom(const QString &text)
{
    const QJsonObject file = QJsonDocument::fromJson(text.toUtf8()).object();
    const int form = file[u"naryadViews"_s].toInt();
    if (form < 1 || form > Form)
        return std::nullopt;
    QVector<SavedView> views;
    const QJsonArray all = file[u"views"_s].toArray();
    for (const QJsonValue &one : all) {
        SavedView view;
        view.name = one[u"name"_s].toString().simplified();
        view.text = one[u"text"_s].toString();
        view.filters = one[u"filters"_s].toObject();
        view.order = one[u"order"_s].toString();
        view.columns = one[u"columns"_s].toArray();
        if (!view.name.isEmpty())
            views.append(view);
    }
    return views;
}

} // namespace naryad::ui
