#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QVector>

class QWidget;

namespace naryad::ui {

class InlineMessage;

/// What is wrong with the fields of a form, each sentence right under its field.
///
/// A sentence goes as soon as its field is changed. Owns no field; forgets those that are deleted.
/// Thread: the GUI's.
class FieldErrors : public QObject
{
    Q_OBJECT
public:
    explicit FieldErrors(QObject *parent = nullptr);

    /// The field with room for a sentence beneath; lay this out instead of the field. Call it in reading order.
    QWidget *wrap(QWidget *field);
    /// Empty text takes the sentence away.
    void put(QWidget *field, const QString &text);
    void clear();
    QString text(const QWidget *field) const;
    /// The first field in reading order that has a sentence; null where nothing is wrong.
    QWidget *first() const;

private:
    struct Entry
    {
        QPointer<QWidget> field;
        QPointer<InlineMessage> message;
        QString description; ///< the field's own, for when nothing is wrong
    };
    QVector<Entry> m_entries;
};

} // namespace naryad::ui
