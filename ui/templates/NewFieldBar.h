#pragma once

#include "core/Template.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace naryad::ui {

/// A new field made in place: its name is said, its type is chosen by a letter, a list's values are typed in
/// one line; Enter goes on and, at the end, takes it. Esc leaves it. Thread: the GUI's.
class NewFieldBar : public QWidget
{
    Q_OBJECT
public:
    NewFieldBar(const QString &objectName, QWidget *parent);

    /// `types`: number and name, as models::fieldTypeChoices() tells them.
    void begin(const QString &name, const QVector<NamedRef> &types);

Q_SIGNALS:
    void made(const naryad::TemplateFieldBody &body);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void next();
    void showValues();
    int typeId() const;

    QString m_name;
    QLabel *m_title;
    QComboBox *m_type;
    QLabel *m_valuesTitle;
    QLineEdit *m_values;
};

} // namespace naryad::ui
