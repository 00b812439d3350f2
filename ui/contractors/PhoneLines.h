#pragma once

#include <QJsonArray>
#include <QStringList>
#include <QVector>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace naryad::ui {

/// Phones as they are typed, one a line; below the last one that is filled there is always an empty line.
/// What is typed is never refused. Thread: the GUI's.
class PhoneLines : public QWidget
{
    Q_OBJECT
public:
    /// `name`: of the first line, for screen readers; the others have their number behind it.
    PhoneLines(const QString &name, const QString &objectName, QWidget *parent);

    QStringList phones() const; ///< those that are filled, without spaces around them
    void setPhones(const QStringList &phones);
    QVector<QLineEdit *> lines() const { return m_lines; }
    QLineEdit *first() const { return m_lines.constFirst(); }

Q_SIGNALS:
    void changed();
    /// This is typed now: for telling who has it.
    void typed(const QString &phone);

private:
    QLineEdit *add();
    void grow();

    QString m_name;
    QString m_lineName;
    QVBoxLayout *m_column;
    QVector<QLineEdit *> m_lines;
};

} // namespace naryad::ui
