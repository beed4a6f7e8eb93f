DROP USER group
