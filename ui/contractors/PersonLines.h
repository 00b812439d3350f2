#pragma once

#include "core/Contractor.h"
#include "widgets/FormProblem.h"

#include <QJsonArray>
#include <QVector>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace naryad::ui {

class PhoneLines;

/// The persons of a new client, each with phones; below the last one that is filled there is always an empty
/// place. Thread: the GUI's.
class PersonLines : public QWidget
{
    Q_OBJECT
public:
    explicit PersonLines(QWidget *parent);

    /// Those with a name; see problem() for phones without one.
    QVector<PersonBody> persons() const;
    void setPersons(const QVector<PersonBody> &persons);
    FormProblem problem() const;
    /// In the order in which Tab goes through them.
    QVector<QWidget *> lines() const;
    QJsonArray state() const;
    void apply(const QJsonArray &state);

Q_SIGNALS:
    void changed();
    void phoneTyped(const QString &phone);

private:
    struct Place
    {
        QLineEdit *name;
        PhoneLines *phones;
    };

    void add();
    void grow();

    QVBoxLayout *m_column;
    QVector<Place> m_places;
};

} // namespace naryad::ui
