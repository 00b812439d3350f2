#pragma once

#include "ClientForm.h"

class QLineEdit;

namespace naryad::ui {

class KnownAlike;
class PhoneLines;

/// Window `New person` or `Person`: a name, and for a new one phones. Thread: the GUI's.
class PersonForm : public ClientForm
{
    Q_OBJECT
public:
    PersonForm(const Desk &desk, const Command &began, const QString &owner, QWidget *parent);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    Command command() const override;
    FormProblem problem() const override;
    QWidget *fieldIn(const QString &words) const override;

private:
    QLineEdit *m_name;
    PhoneLines *m_phones = nullptr; ///< null: of a person that is there, whose phones are changed one by one
};

/// Window `New phone` or `Phone`: one number, as it is typed. Thread: the GUI's.
class PhoneForm : public ClientForm
{
    Q_OBJECT
public:
    PhoneForm(const Desk &desk, const Command &began, const QString &owner, QWidget *parent);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    Command command() const override;
    FormProblem problem() const override;
    QWidget *fieldIn(const QString &words) const override;

private:
    QLineEdit *m_number;
};

} // namespace naryad::ui
